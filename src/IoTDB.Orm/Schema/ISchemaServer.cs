namespace IoTDB.Orm.Schema;

/// <summary>A server as the schema sees it: rows of SHOW statements, and statements that change something.</summary>
internal interface ISchemaServer
{
    /// <summary>Paths of all databases.</summary>
    IAsyncEnumerable<string> DatabasesAsync(CancellationToken ct);

    /// <summary>Devices of a pattern.</summary>
    IAsyncEnumerable<LiveDevice> DevicesAsync(string pattern, CancellationToken ct);

    /// <summary>Timeseries of all devices of a pattern, streamed: there may be millions.</summary>
    IAsyncEnumerable<LiveSeries> SeriesAsync(string pattern, CancellationToken ct);

    /// <summary>Executes one statement once; whether to repeat it is the caller's decision.</summary>
    /// <exception cref="Client.IoTDBException">The server refused it, or did not answer.</exception>
    Task ExecuteAsync(string statement, CancellationToken ct);
}
