namespace IoTDB.Orm.Querying;

/// <summary>The aggregates a window can ask for.</summary>
internal enum AggregateFunction : byte
{
    Count,
    Sum,
    Avg,
    Min,
    Max,
    First,
    Last,
}
