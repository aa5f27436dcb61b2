namespace IoTDB.Client;

/// <summary>Where parts go, and who keeps account of their rows.</summary>
internal interface IPartTarget<in TPart>
{
    /// <summary>Whether a part of several rows is worth being sent as it is; false sends its halves instead.</summary>
    bool Fits(TPart part) => true;

    /// <summary>Sends a part; returns when the server has acknowledged all of it.</summary>
    /// <param name="part">The rows.</param>
    /// <param name="limit">Time there is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IoTDBException">Not everything was acknowledged.</exception>
    ValueTask SendAsync(TPart part, TimeSpan limit, CancellationToken cancellationToken);

    /// <summary>All rows were acknowledged, as far as they were sent.</summary>
    void Stored(TPart part);

    /// <summary>Rows were not acknowledged.</summary>
    /// <param name="part">The rows.</param>
    /// <param name="measurements">Only the values of these were not: a row without any of them is no failure. Empty means all values.</param>
    /// <param name="error">Why.</param>
    /// <param name="certainty">Whether it was these rows.</param>
    void Failed(TPart part, IReadOnlyList<string> measurements, IoTDBException error, FailureCertainty certainty);
}
