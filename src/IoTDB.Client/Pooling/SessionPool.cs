namespace IoTDB.Client;

/// <summary>The sessions of one data source: lent first come first served, opened when needed, never more than <c>MaxOpen</c>.</summary>
public sealed class SessionPool : IAsyncDisposable
{
    private readonly LeasePool<ServerSession> _leases;

    internal SessionPool(ClientContext context)
    {
        Context = context;
        _leases = new LeasePool<ServerSession>(
            context.Opener, context.Options.Pool, context.Clock, new LeasePoolLog(context.PoolLogger, context.Options.Name));
    }

    /// <summary>The pool at this moment.</summary>
    public PoolStatistics Statistics => _leases.Statistics;

    internal ClientContext Context { get; }

    /// <summary>Lends a session: a free one, else a new one, else the caller waits its turn.</summary>
    /// <returns>The lease; disposing it gives the session back, disposing it twice is harmless.</returns>
    /// <exception cref="PoolTimeoutException">None became free within <c>AcquireTimeout</c>.</exception>
    /// <exception cref="IoTDBException">A new one could not be opened.</exception>
    /// <exception cref="ObjectDisposedException">The data source was disposed of.</exception>
    public ValueTask<SessionLease> RentAsync(CancellationToken cancellationToken = default)
    {
        ValueTask<Slot<ServerSession>> rent = _leases.RentAsync(cancellationToken);
        return rent.IsCompletedSuccessfully
            ? new ValueTask<SessionLease>(new SessionLease(this, rent.Result))
            : AwaitAsync(rent);
    }

    /// <summary>Takes new limits while running: what exceeds them is closed now if it is idle, else when it comes back.</summary>
    /// <param name="options">The limits; times that concern the future count from now on.</param>
    public void Resize(PoolOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsValidator.Validate(Context.Options with { Pool = options });
        _leases.Resize(options);
    }

    /// <summary>Closes every idle session now and every lent one when it comes back; new ones are not affected.</summary>
    public Task ClearAsync()
    {
        _leases.Clear();
        Context.Opener.ForgetRefusals();
        return Task.CompletedTask;
    }

    internal ValueTask ReplaceAsync(Slot<ServerSession> slot, CancellationToken cancellationToken) => _leases.ReplaceAsync(slot, cancellationToken);

    internal void Return(Slot<ServerSession> slot, long version) => _leases.Return(slot, version);

    ValueTask IAsyncDisposable.DisposeAsync() => ShutDownAsync();

    internal ValueTask ShutDownAsync() => _leases.DisposeAsync();

    private async ValueTask<SessionLease> AwaitAsync(ValueTask<Slot<ServerSession>> rent) => new(this, await rent.ConfigureAwait(false));
}
