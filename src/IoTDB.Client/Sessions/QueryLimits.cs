namespace IoTDB.Client;

/// <summary>How long a query may take, and how much of it comes at once.</summary>
/// <param name="FetchSize">Rows wanted in one answer.</param>
/// <param name="Step">Time for each answer; ours.</param>
/// <param name="Life">Time for the whole query; told to the server, which counts the consumer's pauses too.</param>
/// <param name="Started">Timestamp of the clock when it was sent.</param>
internal readonly record struct QueryLimits(int FetchSize, TimeSpan Step, TimeSpan Life, long Started);
