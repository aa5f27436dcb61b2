namespace IoTDB.Client;

/// <summary>What a server said about itself.</summary>
/// <param name="Endpoint">The node that answered.</param>
/// <param name="Version">Its version.</param>
/// <param name="Latency">How long the answer took, the connection not included.</param>
public sealed record PingResult(Endpoint Endpoint, string Version, TimeSpan Latency);
