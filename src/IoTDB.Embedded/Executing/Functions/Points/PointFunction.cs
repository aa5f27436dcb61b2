using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>A function that makes rows of its own: differences, samples, selections.</summary>
internal abstract class PointFunction(TsDataType type)
{
    /// <summary>Type of the points.</summary>
    public TsDataType Type { get; } = type;

    /// <summary>Takes the next input row; points may come out at once.</summary>
    public abstract void Accept(long time, Value value, List<Point> output);

    /// <summary>The input has ended: the rest comes out.</summary>
    public virtual void Complete(List<Point> output)
    {
    }
}
