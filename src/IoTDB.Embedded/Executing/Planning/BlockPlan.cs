using IoTDB.Embedded.Executing.Operators;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>A block ready to run: the type of every output, null where the block has none, and how to open it.</summary>
internal sealed record BlockPlan(IReadOnlyList<TsDataType?> Types, Func<RowOperator> Open)
{
    /// <summary>True when the conditions can never hold, which is seen while planning.</summary>
    public bool IsNever { get; init; }
}
