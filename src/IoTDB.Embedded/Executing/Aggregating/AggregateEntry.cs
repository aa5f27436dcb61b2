namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>One aggregate of a query; several inputs where GROUP BY LEVEL or TAGS merges series.</summary>
internal sealed record AggregateEntry(AggregateFunction Function, List<AggregateInput> Inputs);
