namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>An aggregate bound to its inputs' types: the result's type and how to start a window.</summary>
internal sealed record AggregateFunction(TsDataType Type, Func<Accumulator> Start);
