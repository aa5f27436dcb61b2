using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Rows that are there already.</summary>
internal sealed class ValuesOperator(IEnumerable<(long Time, Value[] Values)> rows, int width) : RowOperator
{
    private readonly IEnumerator<(long Time, Value[] Values)> _rows = rows.GetEnumerator();
    private readonly Row _row = new(width);

    public override Row Current => _row;

    public override bool MoveNext()
    {
        if (!_rows.MoveNext())
        {
            return false;
        }

        _row.Time = _rows.Current.Time;
        _row.EndTime = _rows.Current.Time;
        _rows.Current.Values.CopyTo(_row.Values, 0);
        return true;
    }
}
