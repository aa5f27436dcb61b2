using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine;

/// <summary>The data of the tree model, the accounts, and the lock around them.</summary>
/// <remarks>
/// One lock discipline: a statement that changes anything runs inside <see cref="Write{T}"/>, everything else (planning a query, producing
/// a page of its result) inside <see cref="Read{T}"/>. The lock is taken by whoever answers a request, once, around synchronous work only; catalog,
/// storage, statements and query operators never take it. Slices read from a series stay valid after the lock is left.
/// With a storage, changes are applied first and kept in the order of the lock; answers wait for it (<see cref="PendingCommits"/>). When they cannot
/// be kept, the state is built anew from what is kept: memory never goes on claiming what a restart would not find.
/// </remarks>
internal sealed class TreeEngine : IAsyncDisposable
{
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);
    private readonly ChangeLog? _changes;
    private readonly CommitQueue? _commits;
    private readonly IStorageSession? _storage;
    private readonly Func<ChangeLog?, UserDirectory> _newUsers;
    private StatusException? _broken;

    /// <param name="clock">The server's clock.</param>
    /// <param name="newUsers">Makes the accounts there are before any was made.</param>
    /// <param name="storage">Keeps what changes; null = nothing does. Owned from here on.</param>
    /// <exception cref="StatusException">What is kept cannot be read.</exception>
    public TreeEngine(ServerClock clock, Func<ChangeLog?, UserDirectory> newUsers, IStorageSession? storage = null)
    {
        Clock = clock;
        _newUsers = newUsers;
        _storage = storage;
        _changes = storage is null ? null : new ChangeLog();
        Catalog = new Catalog(clock, _changes);
        Users = newUsers(_changes);
        if (storage is not null)
        {
            Load(storage);
            _commits = new CommitQueue(storage, Recover);
        }
    }

    /// <summary>The server's clock and time precision.</summary>
    public ServerClock Clock { get; }

    /// <summary>What exists. Another one after storage failed: to be asked for inside the lock.</summary>
    public Catalog Catalog { get; private set; }

    /// <summary>Accounts; as <see cref="Catalog"/>.</summary>
    public UserDirectory Users { get; private set; }

    /// <summary>How often the state was built anew because storage failed; a query begun before shows nothing after.</summary>
    public int Recoveries { get; private set; }

    /// <summary>Runs work that changes nothing; several may run at once.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="pending">Learns what the result depends on.</param>
    /// <exception cref="StatusException">600, 601 or 611: storage failed and could not be read again.</exception>
    public T Read<T>(Func<T> work, PendingCommits pending)
    {
        _lock.EnterReadLock();
        try
        {
            ThrowIfBroken();
            return work();
        }
        finally
        {
            pending.Add(_commits?.Last);
            _lock.ExitReadLock();
        }
    }

    /// <summary>Runs work that changes schema or data; nothing else runs meanwhile.</summary>
    /// <param name="work">What to do. What it changed before it failed stays changed.</param>
    /// <param name="pending">Learns what the result depends on.</param>
    /// <exception cref="StatusException">As <see cref="Read{T}"/>.</exception>
    public T Write<T>(Func<T> work, PendingCommits pending)
    {
        _lock.EnterWriteLock();
        try
        {
            ThrowIfBroken();
            return work();
        }
        finally
        {
            if (_commits is not null)
            {
                var changes = _changes!.Take();
                pending.Add(changes.Count == 0 ? _commits.Last : _commits.Add(changes));
            }

            _lock.ExitWriteLock();
        }
    }

    /// <summary>How much there is.</summary>
    public EmbeddedContents Contents()
    {
        var devices = Catalog.MatchDevices(TreePath.Everything).ToList();
        return new EmbeddedContents(
            Catalog.MatchDatabases(TreePath.Everything).Count(),
            devices.Count,
            devices.Sum(device => device.Series.Count),
            devices.Sum(device => device.Series.Sum(series => series.Data.Count)));
    }

    /// <summary>Waits for what is on its way to the storage and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_commits is not null)
        {
            await _commits.DisposeAsync().ConfigureAwait(false);
        }

        _lock.Dispose();
    }

    private void ThrowIfBroken()
    {
        if (_broken is { } broken)
        {
            throw new StatusException(broken.Code, broken.Message);
        }
    }

    private void Load(IStorageSession storage)
    {
        new Replay(Catalog, Users).Apply(storage.Read());
        _changes!.Take();
    }

    private void Recover(StatusException reason, CommitGroup failed)
    {
        _lock.EnterWriteLock();
        try
        {
            // Whatever came meanwhile was worked out from a state that never came to be.
            var lost = _commits!.TakeOpen();
            Catalog = new Catalog(Clock, _changes);
            Users = _newUsers(_changes);
            Recoveries++;
            try
            {
                Load(_storage!);
            }
            catch (Exception unreadable)
            {
                _broken = unreadable as StatusException ?? new StatusException(StatusCode.StorageEngineError, $"The storage cannot be read: {unreadable.Message}");
            }

            failed.Fail(reason);
            lost?.Fail(reason);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
