using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>EQUAL_SIZE_BUCKET_…_SAMPLE: cuts the series into buckets of so many points and chooses from each.</summary>
internal sealed class BucketFunction(TsDataType output, int size, Action<List<Point>, List<Point>> choose) : PointFunction(output)
{
    private readonly List<Point> _bucket = [];


    public override void Accept(long time, Value value, List<Point> output)
    {
        if (value.IsNull)
        {
            return;
        }

        _bucket.Add(new Point(time, value));
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
}
