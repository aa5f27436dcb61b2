using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>M4 over windows of time.</summary>
internal sealed class TimeM4Function(TsDataType input, long interval, long step, long? begin, long end) : WindowM4Function(input)
{
    private readonly List<Point> _window = [];
    private long _start;
    private bool _hasStart;

    public override void Accept(long time, Value value, List<Point> output)
    {
        if (time >= end || time < begin)
        {
            return;
        }

        // The first row makes the first window, with or without a value.
        if (!_hasStart)
        {
            _hasStart = true;
            _start = begin ?? time;
        }

        if (value.IsNull)
        {
            return;
        }

        while (time >= _start + interval)
        {
            Say(_window, output);
            // Windows without points say nothing: step over them at once.
            long steps = _window.Count == 0 ? Math.Max(1, (time - _start - interval) / step) : 1;
            _start += steps * step;
            _window.RemoveAll(point => point.Time < _start);
        }

        if (time >= _start)
        {
            _window.Add(new Point(time, value));
        }
    }

    public override void Complete(List<Point> output) => Say(_window, output);
}
