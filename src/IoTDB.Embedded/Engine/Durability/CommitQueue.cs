using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Durability;

/// <summary>Collects the changes of concurrent requests and commits them together, one group after the other.</summary>
/// <remarks>While one group is on its way to the disk the next one fills: as many requests share a flush as came during the last.</remarks>
internal sealed class CommitQueue(IStorageSession session, Action<StatusException, CommitGroup> recover) : IAsyncDisposable
{
    // Guards everything below.
    private readonly Lock _gate = new();
    private CommitGroup? _open;
    private CommitGroup? _last;
    private bool _isRunning;
    private Task _running = Task.CompletedTask;

    /// <summary>The group that what can be seen now depends on; null if everything there is was loaded.</summary>
    public CommitGroup? Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    /// <summary>Takes changes over; called in the order they were made.</summary>
    public CommitGroup Add(List<Change> changes)
    {
        lock (_gate)
        {
            _open ??= new CommitGroup();
            _open.Add(changes);
            _last = _open;
            if (!_isRunning)
            {
                _isRunning = true;
                _running = Task.Run(Run);
            }

            return _open;
        }
    }

    /// <summary>Takes the group that no commit has begun for, or null; for who declares it lost.</summary>
    public CommitGroup? TakeOpen()
    {
        lock (_gate)
        {
            var open = _open;
            _open = null;
            _last = null;
            return open;
        }
    }

    /// <summary>Waits for what was added.</summary>
    public async ValueTask DisposeAsync()
    {
        Task running;
        lock (_gate)
        {
            running = _running;
        }

        await running.ConfigureAwait(false);
        session.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            if (TakeNext() is not { } group)
            {
                return;
            }

            try
            {
                session.Commit(group.Changes);
                group.Succeed();
            }
            catch (Exception failed)
            {
                // Whatever it was: somebody waits for an answer, and nothing later may be built on this.
                recover(StatusOf(failed), group);
                continue;
            }

            Tidy();
        }
    }

    private static StatusException StatusOf(Exception failure) =>
        failure as StatusException ?? new StatusException(StatusCode.StorageEngineError, $"Nothing was stored: {failure.Message}");

    private CommitGroup? TakeNext()
    {
        lock (_gate)
        {
            var next = _open;
            _open = null;
            _isRunning = next is not null;
            return next;
        }
    }

    private void Tidy()
    {
        try
        {
            session.Tidy();
        }
        catch (Exception)
        {
            // Nothing is lost by it, and a storage in trouble will say so at the next commit.
        }
    }
}
