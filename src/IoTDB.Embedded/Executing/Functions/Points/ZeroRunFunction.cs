using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>ZERO_COUNT and its kin: length of every run of zeros (or of others), at the run's first time.</summary>
internal sealed class ZeroRunFunction(TsDataType input, bool ofZeros, bool asDuration) : PointFunction(TsDataType.Int64)
{
    private long _start;
    private long _end;
    private long _count;

    public override void Accept(long time, Value value, List<Point> output)
    {
        if (value.IsNull)
        {
            return;
        }

        if ((value.ToDouble(input) == 0) != ofZeros)
        {
            Complete(output);
            return;
        }

        if (_count == 0)
        {
            _start = time;
        }

        _end = time;
        _count++;
    }

    public override void Complete(List<Point> output)
    {
        // A run read backwards has a negative duration, which is less than the least the function shows.
        if (_count > 0 && (!asDuration || _end >= _start))
        {
            output.Add(new Point(_start, Value.Of(asDuration ? _end - _start : _count)));
        }

        _count = 0;
    }
}
