using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>TOP_K and BOTTOM_K: the k largest or smallest values, in time order.</summary>
internal sealed class ExtremesFunction(TsDataType input, int k, bool isTop) : PointFunction(input)
{
    // The worst of those kept is taken out first.
    private readonly PriorityQueue<Point, Point> _kept = new(Comparer<Point>.Create((left, right) =>
    {
        int order = ValueComparer.Compare(left.Value, right.Value, input);
        return isTop ? order : -order;
    }));

    public override void Accept(long time, Value value, List<Point> output)
    {
        if (value.IsNull)
        {
            return;
        }

        Point point = new(time, value);
        if (_kept.Count < k)
        {
            _kept.Enqueue(point, point);
            return;
        }

        int order = ValueComparer.Compare(value, _kept.Peek().Value, Type);
        if (isTop ? order > 0 : order < 0)
        {
            _kept.DequeueEnqueue(point, point);
        }
    }

    public override void Complete(List<Point> output) => output.AddRange(_kept.UnorderedItems.Select(item => item.Element).OrderBy(point => point.Time));
}
