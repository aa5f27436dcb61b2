using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>M4 over windows of so many rows, rows without a value included.</summary>
internal sealed class CountM4Function(TsDataType input, int windowSize, int step) : WindowM4Function(input)
{
    private readonly List<Point> _window = [];
    private int _skip;

    public override void Accept(long time, Value value, List<Point> output)
    {
        if (_skip > 0)
        {
            _skip--;
            return;
        }

        _window.Add(new Point(time, value));
        if (_window.Count < windowSize)
        {
            return;
        }

        Say(_window, output);
        int drop = Math.Min(step, _window.Count);
        _window.RemoveRange(0, drop);
        _skip = step - drop;
    }

    public override void Complete(List<Point> output) => Say(_window, output);
}
