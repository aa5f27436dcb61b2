using System.Diagnostics;
using IoTDB.Wire;

namespace IoTDB.Client;

/// <summary>One logged-in conversation with the server, rented from the pool.</summary>
/// <remarks>
/// Not thread-safe: one call at a time, and while a result set is still coming no other. A broken connection is replaced by the next call;
/// what is safe to repeat is repeated (writes with their times, reads, definitions), raw SQL and deletes are not.
/// </remarks>
public sealed partial class Session : IResultOwner
{
    private readonly SessionPool _pool;
    private readonly Slot<ServerSession> _slot;
    private readonly long _version;
    private int _busy;
    private ResultSet? _results;
    private bool _endsWithResults;

    internal Session(SessionPool pool, Slot<ServerSession> slot, long version)
    {
        _pool = pool;
        _slot = slot;
        _version = version;
    }

    /// <summary>The node this session talks to; another one after a reconnect.</summary>
    public Endpoint Endpoint => Server.Endpoint;

    /// <summary>The server's time precision.</summary>
    public TimeScale TimeScale => Server.TimeScale;

    /// <summary>Language of the session.</summary>
    public SqlDialect SqlDialect => Context.Options.Session.SqlDialect;

    /// <summary>Current database of the table dialect, or null.</summary>
    public string? Database => Server.Database;

    internal ClientContext Context => _pool.Context;

    internal Wire.Thrift.ThriftProtocol Protocol => Server.Protocol;

    /// <summary>No call runs and no result set is open.</summary>
    internal bool IsIdle => _busy == 0 && _results is null;

    private SessionOptions Options => Context.Options.Session;

    private ServerSession Server
    {
        get
        {
            ThrowIfEnded();
            return _slot.Item ?? throw new InvalidOperationException("The session has lost its connection; the next call opens another.");
        }
    }

    void IResultOwner.Release(ResultSet results)
    {
        if (ReferenceEquals(_results, results))
        {
            _results = null;
            Volatile.Write(ref _busy, 0);
            if (_endsWithResults)
            {
                _pool.Return(_slot, _version);
            }
        }
    }

    IoTDBProtocolException IResultOwner.Malformed(WireFormatException failure)
    {
        ServerSession server = Server;
        server.Abort();
        return new IoTDBProtocolException($"Rows sent by {server.Endpoint} cannot be read.", failure) { Endpoint = server.Endpoint, Outcome = Outcome.Unknown };
    }

    /// <summary>From now on the lease lasts as long as the result set: it ends when the last row is here, or when nobody holds the set any more.</summary>
    internal ResultSet HandOver(ResultSet results)
    {
        if (_results is null)
        {
            _pool.Return(_slot, _version);
            return results;
        }

        _endsWithResults = true;
        _slot.Facade = null; // only the caller may keep the result set alive, else a forgotten one could not be noticed
        _slot.Owner = new WeakReference(results);
        return results;
    }

    /// <summary>Ends the lease while something is still going on: closes the result set; a call that runs loses its connection.</summary>
    internal async ValueTask EndAsync()
    {
        if (_results is { } results)
        {
            await results.DisposeAsync().ConfigureAwait(false);
        }
        else if (_busy != 0)
        {
            _slot.Item?.Abort();
        }

        _pool.Return(_slot, _version);
    }

    private void ThrowIfEnded() => ObjectDisposedException.ThrowIf(!LeasePool<ServerSession>.IsCurrent(_slot, _version), this);

    private void Enter()
    {
        ThrowIfEnded();
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            throw new InvalidOperationException(_results is null
                ? "The session is in use by another call; rent one for each concurrent caller."
                : "A result set of this session is still open; read it to its end, dispose of it, or rent another session.");
        }
    }

    private void Leave()
    {
        Debug.Assert(_busy == 1, "Only who entered leaves.");
        Volatile.Write(ref _busy, 0);
    }
}
