namespace IoTDB.Orm.Querying;

/// <summary>What is to be sent for a query.</summary>
/// <param name="Sql">The text; null where the answer is known to have no rows.</param>
/// <param name="Bounds">The timestamps a row of the answer may have.</param>
internal sealed record Statement(string? Sql, Interval Bounds)
{
    internal static Statement Nothing { get; } = new(null, Interval.Empty);
}
