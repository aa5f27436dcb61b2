using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing;

/// <summary>What a query runs under.</summary>
/// <param name="Sql">Text of the statement, which some refusals repeat.</param>
/// <param name="Time">Zone, precision and present instant.</param>
internal sealed record QueryContext(string Sql, SqlContext Time)
{
    public ExecutionLimits Limits { get; init; } = ExecutionLimits.Default;

    /// <summary>Rows of a page at most; pages end at about 128 KiB anyway.</summary>
    public int PageRows { get; init; } = int.MaxValue;

    /// <summary>Stops the query between pages.</summary>
    public CancellationToken CancellationToken { get; init; }
}
