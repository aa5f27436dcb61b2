namespace IoTDB.Embedded.Engine.Durability;

/// <summary>Changes of any number of requests that become durable together.</summary>
internal sealed class CommitGroup
{
    private readonly TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Change> _changes = [];

    /// <summary>What is to be kept, in order.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Ends when the changes are kept; fails with a <see cref="StatusException"/> if they are not.</summary>
    public Task Stored => _stored.Task;

    public void Add(List<Change> changes) => _changes.AddRange(changes);

    public void Succeed()
    {
        // The queue remembers its last group; the points in it need not stay.
        _changes.Clear();
        _stored.SetResult();
    }

    public void Fail(StatusException reason)
    {
        _stored.SetException(reason);

        // Nobody may be waiting any more: the connection can be gone.
        _ = _stored.Task.Exception;
    }
}
