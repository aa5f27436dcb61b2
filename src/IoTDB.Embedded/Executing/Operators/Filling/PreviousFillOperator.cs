using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>FILL(PREVIOUS): the value of the row before in output order, also across devices; within a duration where one is given.</summary>
internal sealed class PreviousFillOperator(RowOperator source, int width, Func<long, long, bool>? isNear) : RowOperator
{
    private readonly Value[] _last = new Value[width];
    private readonly long[] _lastTimes = new long[width];

    public override Row Current => source.Current;

    public override bool MoveNext()
    {
        if (!source.MoveNext())
        {
            return false;
        }

        Row row = source.Current;
        for (int index = 0; index < _last.Length; index++)
        {
            if (!row.Values[index].IsNull)
            {
                _last[index] = row.Values[index];
                _lastTimes[index] = row.Time;
            }
            else if (!_last[index].IsNull && (isNear is null || isNear(row.Time, _lastTimes[index])))
            {
                row.Values[index] = _last[index];
            }
        }

        return true;
    }
}
