using System.Collections.Concurrent;

namespace IoTDB.Client;

/// <summary>One server or cluster: owns the sessions, shared by the whole program.</summary>
/// <remarks>Thread-safe. Building it opens nothing; the first call connects.</remarks>
public sealed partial class IoTDBDataSource : IAsyncDisposable, IDisposable
{
    private readonly ClientContext _context;
    private TimeScale? _timeScale;

    internal IoTDBDataSource(ClientOptions options)
    {
        _context = new ClientContext(options);
        Pool = new SessionPool(_context);
    }

    /// <summary>The name used in metrics and logs; never the connection string.</summary>
    public string Name => _context.Options.Name;

    /// <summary>The endpoints it was given.</summary>
    public IReadOnlyList<Endpoint> Endpoints => _context.Options.Endpoints;

    /// <summary>Language of its sessions.</summary>
    public SqlDialect SqlDialect => _context.Options.Session.SqlDialect;

    /// <summary>Its sessions.</summary>
    public SessionPool Pool { get; }

    /// <summary>The health of each endpoint at this moment, in the order given.</summary>
    public IReadOnlyList<EndpointStatistics> EndpointStatistics => _context.Opener.Endpoints.Statistics(_context.Opener.Leaders.CountOf);

    /// <summary>The pool at this moment.</summary>
    public PoolStatistics Statistics => Pool.Statistics;

    internal ClientOptions Options => _context.Options;

    internal ClientContext Context => _context;

    /// <summary>The protocol frames are written in.</summary>
    internal Wire.Thrift.ThriftProtocol Protocol =>
        Options.Session.RpcCompression ? Wire.Thrift.ThriftProtocol.Compact : Wire.Thrift.ThriftProtocol.Binary;

    /// <summary>A place where other parts of the library keep what belongs to this data source, one of each type.</summary>
    internal ConcurrentDictionary<Type, object> Attachments { get; } = new();

    /// <summary>Lends a session: a free one, else a new one, else the caller waits its turn.</summary>
    /// <remarks>While no endpoint answers the call waits, for <c>OutageWait</c> at most; <see cref="Pool"/> does not.</remarks>
    /// <returns>The lease; disposing it gives the session back.</returns>
    /// <exception cref="PoolTimeoutException">None became free within <c>AcquireTimeout</c>.</exception>
    /// <exception cref="IoTDBException">A new one could not be opened.</exception>
    /// <exception cref="ObjectDisposedException">The data source was disposed of.</exception>
    public ValueTask<SessionLease> RentAsync(CancellationToken cancellationToken = default) => RentAsync(default(OpenHint), cancellationToken);

    /// <summary>Lends a session at the endpoint that leads a device, as far as it is known and can be had.</summary>
    internal ValueTask<SessionLease> RentForAsync(string device, CancellationToken cancellationToken) =>
        RentAsync(LeaderOf(device) is { } leader ? new OpenHint(leader) : default, cancellationToken);

    /// <summary>The endpoint that leads a device, while it is known and healthy.</summary>
    internal Endpoint? LeaderOf(string device) =>
        _context.Opener.Leaders.Find(device) is { } known && _context.Opener.Endpoints.IsHealthy(known) ? known : null;

    /// <summary>Bytes of the largest request that should be sent for a device: to its leader, or to whichever endpoint takes least.</summary>
    internal int MostRequestBytes(string device) => _context.Opener.Endpoints.MostRequestBytes(LeaderOf(device));

    /// <summary>The failure of a request that is as large as one that was refused before; null where it is worth being sent.</summary>
    internal IoTDBRequestTooLargeException? RefusalOf(string device, int bytes) => _context.Opener.Endpoints.Refusal(LeaderOf(device), bytes);

    /// <summary>Connects, logs in and asks the server for its version.</summary>
    /// <exception cref="IoTDBException">There is no server, it does not answer in time, or refuses the login.</exception>
    public async Task<PingResult> PingAsync(CancellationToken cancellationToken = default)
    {
        SessionLease lease = await Pool.RentAsync(cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Session.PingAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes idle sessions now and lent ones when they come back; use it after a change of password or certificates.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) => Pool.ClearAsync(cancellationToken);

    /// <summary>The server's time precision, if it was asked for already.</summary>
    internal TimeScale? KnownTimeScale => _timeScale;

    /// <summary>Turns instants into the server's unit (ms, µs or ns since 1970-01-01T00:00Z) and back; connects if nothing did before.</summary>
    /// <remarks>The unit is a setting of the server, told at login. Columns of times, as tablets take them, are in it.</remarks>
    /// <exception cref="IoTDBException">There is no server, it does not answer in time, or refuses the login.</exception>
    public async ValueTask<TimeScale> GetTimeScaleAsync(CancellationToken cancellationToken = default)
    {
        if (_timeScale is { } known)
        {
            return known;
        }

        SessionLease lease = await RentAsync(cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            TimeScale scale = lease.Session.TimeScale;
            _timeScale = scale;
            return scale;
        }
    }

    /// <summary>
    /// Ends it: waiting callers fail at once, lent sessions may finish for <c>GracePeriod</c>, then they are cut; all within
    /// <c>ShutdownTimeout</c>. May be called again.
    /// </summary>
    public ValueTask DisposeAsync() => Pool.ShutDownAsync();

    /// <summary>Ends it without waiting: what <see cref="DisposeAsync"/> does goes on in the background. For containers that are disposed of synchronously.</summary>
    public void Dispose()
    {
        ValueTask closing = Pool.ShutDownAsync();
        if (!closing.IsCompleted)
        {
            _ = closing.AsTask();
        }
    }

    private ValueTask<SessionLease> RentAsync(OpenHint hint, CancellationToken cancellationToken)
    {
        ValueTask<SessionLease> rent = Pool.RentAsync(hint, cancellationToken);
        return rent.IsCompletedSuccessfully ? rent : RentThroughOutageAsync(rent, hint, cancellationToken);
    }

    // A failed open is a call that was certainly not sent: it may wait for an endpoint to come back.
    private async ValueTask<SessionLease> RentThroughOutageAsync(ValueTask<SessionLease> rent, OpenHint hint, CancellationToken cancellationToken)
    {
        Task<SessionLease> first = rent.AsTask();
        try
        {
            return await first.ConfigureAwait(false);
        }
        catch (IoTDBException)
        {
            return await _context.Retrier.RunAsync(
                CallKind.Query,
                (Source: this, First: first, Hint: hint),
                static (state, attempt, ct) =>
                    attempt.IsRepeat ? state.Source.Pool.RentAsync(state.Hint with { Avoid = attempt.Avoid }, ct) : new ValueTask<SessionLease>(state.First),
                long.MaxValue,
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Name and endpoints; no secrets.</summary>
    public override string ToString() => $"{Name} ({string.Join(", ", Endpoints)})";
}
