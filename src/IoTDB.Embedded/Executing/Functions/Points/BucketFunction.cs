using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>EQUAL_SIZE_BUCKET_…_SAMPLE: cuts the rows into buckets of so many and chooses from each.</summary>
/// <remarks>A row without a value is a zero, as in the server.</remarks>
internal sealed class BucketFunction(TsDataType input, TsDataType output, int size, Action<List<Point>, List<Point>> choose) : PointFunction(output)
{
    private readonly List<Point> _bucket = [];

    public override void Accept(long time, Value value, List<Point> output)
    {
        _bucket.Add(new Point(time, value.IsNull ? Zero() : value));
        if (_bucket.Count == size)
        {
            Complete(output);
        }
    }

    public override void Complete(List<Point> output)
    {
        if (_bucket.Count > 0)
        {
            choose(_bucket, output);
            _bucket.Clear();
        }
    }

    private Value Zero() => input switch
    {
        TsDataType.Float => Value.Of(0f),
        TsDataType.Double => Value.Of(0.0),
        TsDataType.Int32 => Value.Of(0),
        _ => Value.Of(0L),
    };
}
