using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>The row an operator stands on; one instance per operator, overwritten as it moves.</summary>
internal sealed class Row(int width)
{
    public long Time { get; set; }

    /// <summary>Last time of a window; the time itself for other rows.</summary>
    public long EndTime { get; set; }

    public Value[] Values { get; } = new Value[width];
}
