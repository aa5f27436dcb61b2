namespace IoTDB.Client;

/// <summary>One column of an aggregation query.</summary>
/// <param name="Path">Full path of the series.</param>
/// <param name="Function">What is computed of it.</param>
public readonly record struct SeriesAggregation(string Path, AggregateFunction Function);
