using IoTDB.Embedded.Engine.Schema;

namespace IoTDB.Embedded.Engine;

/// <summary>The data of the tree model and the lock around it.</summary>
/// <remarks>
/// One lock discipline: a statement that changes anything runs inside <see cref="Write{T}"/>, everything else (planning a query, producing
/// a page of its result) inside <see cref="Read{T}"/>. The lock is taken by whoever answers a request, once, around synchronous work only; catalog,
/// storage, statements and query operators never take it. Slices read from a series stay valid after the lock is left.
/// </remarks>
internal sealed class TreeEngine : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);

    public TreeEngine(ServerClock clock)
    {
        Clock = clock;
        Catalog = new Catalog(clock);
    }

    /// <summary>The server's clock and time precision.</summary>
    public ServerClock Clock { get; }

    /// <summary>What exists.</summary>
    public Catalog Catalog { get; }

    /// <summary>Runs work that changes nothing; several may run at once.</summary>
    public T Read<T>(Func<T> work)
    {
        _lock.EnterReadLock();
        try
        {
            return work();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>Runs work that changes schema or data; nothing else runs meanwhile.</summary>
    public T Write<T>(Func<T> work)
    {
        _lock.EnterWriteLock();
        try
        {
            return work();
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
