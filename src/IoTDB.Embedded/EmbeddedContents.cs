namespace IoTDB.Embedded;

/// <summary>How much a server holds.</summary>
/// <param name="Databases">Number of databases.</param>
/// <param name="Devices">Number of devices.</param>
/// <param name="Series">Number of timeseries.</param>
/// <param name="Points">Number of points, those older than their TTL too.</param>
public sealed record EmbeddedContents(int Databases, int Devices, int Series, long Points);
