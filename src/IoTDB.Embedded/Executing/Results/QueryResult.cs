namespace IoTDB.Embedded.Executing.Results;

/// <summary>A result: its header, and pages that are computed as they are enumerated.</summary>
/// <param name="Columns">The header without the time column.</param>
/// <param name="IgnoreTime">True when the time column of the pages means nothing.</param>
/// <param name="Pages">The rows; to be enumerated once.</param>
internal sealed record QueryResult(IReadOnlyList<ResultColumn> Columns, bool IgnoreTime, IEnumerable<ResultPage> Pages)
{
    /// <summary>What is answered when nothing is left of a query: no column but the time, no rows.</summary>
    public static QueryResult Nothing { get; } = new([], IgnoreTime: false, []);
}
