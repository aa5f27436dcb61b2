using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing;

/// <summary>What a query runs under.</summary>
/// <param name="Sql">Text of the statement, which some refusals repeat.</param>
/// <param name="Time">Zone, precision and present instant.</param>
internal sealed record QueryContext(string Sql, SqlContext Time)
{
    public EmbeddedQueryLimits Limits { get; init; } = new EmbeddedQueryLimits();

    /// <summary>Rows of a page at most; pages end at about 128 KiB anyway.</summary>
    public int PageRows { get; init; } = int.MaxValue;

    /// <summary>When the query has to be done.</summary>
    public QueryDeadline Deadline { get; init; } = QueryDeadline.None;
}
