using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>Computes one column of a row. May keep state from row to row, so one belongs to one pass.</summary>
internal abstract class Evaluator(TsDataType type)
{
    /// <summary>Type of what is computed.</summary>
    public TsDataType Type { get; } = type;

    public abstract Value Evaluate(Row row);

    /// <summary>Three-valued truth: null is neither.</summary>
    public bool IsTrue(Row row)
    {
        Value value = Evaluate(row);
        return !value.IsNull && value.AsBoolean;
    }
}
