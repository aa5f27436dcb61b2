using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Turns a row with the columns of all tag groups into one row a group: what leads each row, tag values, the group's columns.</summary>
internal sealed class TagRowsOperator(RowOperator source, IReadOnlyList<Value[]> groups, int leading, int columns) : RowOperator
{
    private readonly Row _row = new(groups[0].Length + leading + columns);
    private int _group = groups.Count;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        if (_group == groups.Count)
        {
            if (!source.MoveNext())
            {
                return false;
            }

            _group = 0;
        }

        Row input = source.Current;
        int tags = groups[_group].Length;
        _row.Time = input.Time;
        _row.EndTime = input.EndTime;
        Array.Copy(input.Values, 0, _row.Values, 0, leading);
        groups[_group].CopyTo(_row.Values, leading);
        Array.Copy(input.Values, leading + (_group * columns), _row.Values, tags + leading, columns);
        _group++;
        return true;
    }
}
