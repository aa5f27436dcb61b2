using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>TOP_K and BOTTOM_K: the k largest or smallest values, in time order.</summary>
internal sealed class ExtremesFunction(TsDataType input, int k, bool isTop) : PointFunction(input)
{
    // The worst of those kept is taken out first.
    private readonly JavaHeap<Point> _kept = new((left, right) =>
    {
        int order = ValueComparer.Compare(left.Value, right.Value, input);
        return isTop ? order : -order;
    });

    public override void Accept(long time, Value value, List<Point> output)
    {
        if (value.IsNull)
        {
            return;
        }

        if (_kept.Count < k)
        {
            _kept.Add(new Point(time, value));
            return;
        }

        Value worst = _kept.Peek().Value;
        if (isTop ? ValueComparer.IsBelow(worst, value, Type) : ValueComparer.IsBelow(value, worst, Type))
        {
            _kept.Poll();
            _kept.Add(new Point(time, value));
        }
    }

    public override void Complete(List<Point> output) => output.AddRange(_kept.Items.OrderBy(static point => point.Time));
}
