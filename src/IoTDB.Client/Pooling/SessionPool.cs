using System.Diagnostics;

namespace IoTDB.Client;

/// <summary>The sessions of one data source: lent first come first served, opened when needed, never more than <c>MaxOpen</c>.</summary>
public sealed class SessionPool : IAsyncDisposable, IPoolGauge
{
    private readonly LeasePool<ServerSession> _leases;
    private PoolOptions _limits; // replaced as a whole by Resize

    internal SessionPool(ClientContext context)
    {
        Context = context;
        _leases = new LeasePool<ServerSession>(
            context.Opener, context.Options.Pool, context.Clock, new LeasePoolLog(context.PoolLogger, context.Options.Name));
        _limits = context.Options.Pool;
        Telemetry.Pools.Add(this);
    }

    /// <summary>The pool at this moment.</summary>
    public PoolStatistics Statistics => _leases.Statistics;

    internal ClientContext Context { get; }

    /// <summary>Lends a session: a free one, else a new one, else the caller waits its turn.</summary>
    /// <returns>The lease; disposing it gives the session back, disposing it twice is harmless.</returns>
    /// <exception cref="PoolTimeoutException">None became free within <c>AcquireTimeout</c>.</exception>
    /// <exception cref="IoTDBException">A new one could not be opened.</exception>
    /// <exception cref="ObjectDisposedException">The data source was disposed of.</exception>
    public ValueTask<SessionLease> RentAsync(CancellationToken cancellationToken = default) => RentAsync(default, cancellationToken);

    internal ValueTask<SessionLease> RentAsync(OpenHint hint, CancellationToken cancellationToken)
    {
        if (Telemetry.WaitTime.Enabled)
        {
            return RentMeasuredAsync(hint, cancellationToken);
        }

        ValueTask<Slot<ServerSession>> rent = _leases.RentAsync(hint, cancellationToken);
        return rent.IsCompletedSuccessfully
            ? new ValueTask<SessionLease>(new SessionLease(this, rent.Result))
            : AwaitAsync(rent);
    }

    /// <summary>Lends a session at an endpoint, if that can be had without waiting for another caller; null else, also when it cannot be opened.</summary>
    internal async ValueTask<SessionLease?> TryRentAtAsync(Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (!_leases.TryRent(new OpenHint(endpoint), cancellationToken, out ValueTask<Slot<ServerSession>> rent))
        {
            return null;
        }

        try
        {
            return new SessionLease(this, await rent.ConfigureAwait(false));
        }
        catch (IoTDBException)
        {
            return null;
        }
    }

    /// <summary>Takes new limits while running: what exceeds them is closed now if it is idle, else when it comes back.</summary>
    /// <param name="options">The limits; times that concern the future count from now on.</param>
    public void Resize(PoolOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsValidator.Validate(Context.Options with { Pool = options });
        _limits = options;
        _leases.Resize(options);
    }

    /// <summary>Closes every idle session now and every lent one when it comes back; new ones are not affected.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _leases.Clear();
        Context.Opener.ForgetRefusals();
        return Task.CompletedTask;
    }

    internal ValueTask ReplaceAsync(Slot<ServerSession> slot, OpenHint hint, CancellationToken cancellationToken) =>
        _leases.ReplaceAsync(slot, hint, cancellationToken);

    internal void Return(Slot<ServerSession> slot, long version)
    {
        if (Telemetry.UseTime.Enabled && LeasePool<ServerSession>.IsCurrent(slot, version))
        {
            Telemetry.Record(Telemetry.UseTime, Context.Clock.GetElapsedTime(slot.LeasedSince), PoolTag);
        }

        _leases.Return(slot, version);
    }

    ValueTask IAsyncDisposable.DisposeAsync() => ShutDownAsync();

    string IPoolGauge.Name => Context.Options.Name;

    PoolOptions IPoolGauge.Limits => _limits;

    internal ValueTask ShutDownAsync()
    {
        Telemetry.Pools.Remove(this);
        return _leases.DisposeAsync();
    }

    private TagList PoolTag => new() { { TelemetryNames.PoolName, Context.Options.Name } };

    private async ValueTask<SessionLease> RentMeasuredAsync(OpenHint hint, CancellationToken cancellationToken)
    {
        long started = Context.Clock.GetTimestamp();
        Slot<ServerSession> slot = await _leases.RentAsync(hint, cancellationToken).ConfigureAwait(false);
        Telemetry.Record(Telemetry.WaitTime, Context.Clock.GetElapsedTime(started), PoolTag);
        return new SessionLease(this, slot);
    }

    private async ValueTask<SessionLease> AwaitAsync(ValueTask<Slot<ServerSession>> rent) => new(this, await rent.ConfigureAwait(false));
}
