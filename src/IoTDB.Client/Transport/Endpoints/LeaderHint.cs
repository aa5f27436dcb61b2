namespace IoTDB.Client;

/// <summary>Where a device's writes go first, as the server recommended.</summary>
/// <param name="Endpoint">A configured endpoint; null while the recommendations contradict each other.</param>
/// <param name="Epoch">State of the endpoint's hints when this one was learned.</param>
/// <param name="Since">Timestamp of the first change counted in <paramref name="Changes"/>.</param>
/// <param name="Changes">Changes since then.</param>
internal sealed record LeaderHint(Endpoint? Endpoint, int Epoch, long Since, int Changes);
