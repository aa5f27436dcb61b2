namespace IoTDB.Embedded.Engine.Writing;

/// <summary>The outcome of a request of several rows: the first complaint of each kind stands for all.</summary>
internal sealed class InsertSummary
{
    private string? _partial;
    private string? _expired;

    /// <summary>Adds the outcome of one <see cref="InsertRows"/>.</summary>
    public void Add(InsertOutcome outcome)
    {
        _partial ??= outcome.Partial;
        _expired ??= outcome.Expired;
    }

    /// <summary>The complaint of the request, or null if all was stored.</summary>
    public StatusException? Complaint =>
        _partial is not null ? new StatusException(StatusCode.MetadataError, _partial)
        : _expired is not null ? new StatusException(StatusCode.OutOfTtl, _expired)
        : null;

    /// <exception cref="StatusException">507 or 607: something was not stored, the rest was.</exception>
    public void ThrowIfNotStored()
    {
        if (Complaint is { } complaint)
        {
            throw complaint;
        }
    }
}
