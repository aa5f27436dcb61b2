namespace IoTDB.Client;

/// <summary>A session while its caller owns it. Disposing it gives the session back; doing so twice is harmless.</summary>
public readonly record struct SessionLease : IAsyncDisposable
{
    private readonly SessionPool? _pool;
    private readonly Slot<ServerSession>? _slot;
    private readonly long _version;

    internal SessionLease(SessionPool pool, Slot<ServerSession> slot)
    {
        _pool = pool;
        _slot = slot;
        _version = slot.Version;
    }

    /// <summary>The session; not thread-safe, and not to be used after the lease.</summary>
    /// <exception cref="ObjectDisposedException">The lease has ended.</exception>
    public Session Session
    {
        get
        {
            if (_slot is null || !LeasePool<ServerSession>.IsCurrent(_slot, _version))
            {
                throw new ObjectDisposedException(nameof(SessionLease));
            }

            if (_slot.Facade is not Session session)
            {
                _slot.Facade = session = new Session(_pool!, _slot, _version);
            }

            return session;
        }
    }

    /// <summary>Gives the session back; a result set that is still open is closed first.</summary>
    public ValueTask DisposeAsync()
    {
        if (_slot is null || !LeasePool<ServerSession>.IsCurrent(_slot, _version))
        {
            return ValueTask.CompletedTask;
        }

        if (_slot.Facade is Session { IsIdle: false } session)
        {
            return session.EndAsync();
        }

        _pool!.Return(_slot, _version);
        return ValueTask.CompletedTask;
    }
}
