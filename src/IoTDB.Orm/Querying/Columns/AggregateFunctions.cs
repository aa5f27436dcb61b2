namespace IoTDB.Orm.Querying;

/// <summary>The tree dialect's names of the aggregates. Source: sql.md 5.5; MIN, MAX, FIRST and LAST do not exist there.</summary>
internal static class AggregateFunctions
{
    internal static string NameOf(AggregateFunction function) => function switch
    {
        AggregateFunction.Count => "count",
        AggregateFunction.Sum => "sum",
        AggregateFunction.Avg => "avg",
        AggregateFunction.Min => "min_value",
        AggregateFunction.Max => "max_value",
        AggregateFunction.First => "first_value",
        AggregateFunction.Last => "last_value",
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };
}
