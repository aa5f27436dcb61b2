namespace IoTDB.Client;

/// <summary>Connects and logs in to one endpoint within a time.</summary>
internal delegate ValueTask<T> OpenFunction<T>(Endpoint endpoint, TimeSpan limit, CancellationToken cancellationToken);
