using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>The outcome of a request of several rows: the first complaint of each kind stands for all.</summary>
internal sealed class InsertSummary
{
    private string? _partial;
    private string? _expired;
    private bool _isSomethingStored;

    /// <summary>Adds the outcome of one <see cref="InsertRows"/>.</summary>
    public void Add(InsertOutcome outcome)
    {
        _partial ??= outcome.Partial;
        _expired ??= outcome.Expired;
        _isSomethingStored |= outcome.Expired is null;
    }

    /// <summary>True if some rows were too old, and others not.</summary>
    public bool IsPartlyExpired => _expired is not null && _isSomethingStored;

    /// <summary>The complaint of the request, or null if all was stored.</summary>
    public StatusException? Complaint =>
        _partial is not null ? new StatusException(StatusCode.MetadataError, _partial)
        : _expired is not null ? new StatusException(StatusCode.OutOfTtl, _expired)
        : null;

    /// <exception cref="StatusException">302, 507 or 607: something was not stored, the rest was.</exception>
    public void ThrowIfNotStored()
    {
        if (Complaint is { } complaint)
        {
            throw complaint.Code == StatusCode.OutOfTtl && IsPartlyExpired ? new StatusException(StatusCode.MultipleError, "") : complaint;
        }
    }
}
