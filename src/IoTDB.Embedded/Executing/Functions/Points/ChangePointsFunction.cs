using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>CHANGE_POINTS: the first value and every value that differs from the one before.</summary>
internal sealed class ChangePointsFunction(TsDataType input) : PointFunction(input)
{
    private Value _last;

    public override void Accept(long time, Value value, List<Point> output)
    {
        // The newer types are unknown to it: nothing comes out.
        if (Type is TsDataType.Date or TsDataType.Timestamp or TsDataType.Blob or TsDataType.String || value.IsNull || (!_last.IsNull && ValueComparer.Compare(value, _last, Type) == 0))
        {
            return;
        }

        _last = value;
        output.Add(new Point(time, value));
    }
}
