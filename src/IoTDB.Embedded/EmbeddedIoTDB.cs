using System.Globalization;
using System.Net.Sockets;
using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Listening;
using IoTDB.Wire;
using Microsoft.Extensions.Logging;

namespace IoTDB.Embedded;

/// <summary>An Apache IoTDB in this process: the real protocol on a loopback socket, answering as release 2.0.1-beta does.</summary>
/// <remarks>
/// Speaks both Thrift protocols; a connection is taken as what its first byte says. Data is in memory, and gone with the server unless
/// <see cref="EmbeddedOptions.Storage"/> keeps it: then every statement and insert that was answered with success is there after a restart,
/// also after one that nobody prepared (<c>kill -9</c>).
/// </remarks>
public sealed class EmbeddedIoTDB : IAsyncDisposable
{
    private readonly Listener _listener;
    private readonly TreeEngine _engine;
    private readonly EmbeddedOptions _options;
    private readonly SessionDirectory _sessions = new();
    private bool _isDisposed;

    private EmbeddedIoTDB(EmbeddedOptions options, TreeEngine engine, Listener listener)
    {
        _options = options;
        _listener = listener;
        _engine = engine;
        Restored = options.Storage is null ? new EmbeddedContents(0, 0, 0, 0) : engine.Contents();
        var state = new ServerState(_engine, _listener.Port);
        _listener.Start(new ServerServices(
            state,
            Faults,
            new ServerIds(),
            _sessions,
            WireLimits.Default with { MaxFrameBytes = options.MaxFrameBytes },
            options.MaxConnections,
            options.MaxBlockRows,
            options.Queries,
            options.LoggerFactory is null ? null : LoggerOf(options)));
    }

    /// <summary>TCP port the server listens on.</summary>
    public int Port => _listener.Port;

    /// <summary>Connection string of this server, with its account.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username={_options.Username};Password={_options.Password}");

    /// <summary>What <see cref="EmbeddedOptions.Storage"/> held when the server started; nothing without one.</summary>
    public EmbeddedContents Restored { get; }

    /// <summary>What the server is to do wrong.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>Starts a server.</summary>
    /// <param name="options">Null = defaults: a free port, milliseconds, in memory.</param>
    /// <param name="cancellationToken">Cancelled before: nothing is started.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside of what it may be.</exception>
    /// <exception cref="SocketException">The port is taken.</exception>
    /// <exception cref="EmbeddedStorageException">The storage is in use by another server, of a newer format, of another precision, or cannot be read or written.</exception>
    public static ValueTask<EmbeddedIoTDB> StartAsync(EmbeddedOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        options ??= new EmbeddedOptions();
        options.Validate();
        Rehearsal.Begin();
        return options.Storage is { } storage ? RestoreAsync(options, storage) : StartAsync(options, NewEngine(options, null));
    }

    /// <summary>Lets requests fail with a status; nothing of them is applied. Short for <see cref="FaultPlan.FailNext"/> of <see cref="Faults"/>.</summary>
    /// <param name="statusCode">The server's status code, e.g. 607.</param>
    /// <param name="pattern">Part of the method, statement or device path; null = any statement or typed call.</param>
    /// <param name="count">How many of them.</param>
    public void FailNext(int statusCode, string? pattern = null, int count = 1) => Faults.FailNext(statusCode, pattern, count);

    /// <summary>Makes the server forget all logins: the next call of every session that needs one gets status 802.</summary>
    public void ExpireSessions() => _sessions.ExpireAll();

    /// <summary>Stops listening and closes all connections; doing so twice is harmless.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _listener.DisposeAsync().ConfigureAwait(false);
        await _engine.DisposeAsync().ConfigureAwait(false);
    }

    // A method of its own: the logging library is not loaded for a server that logs nowhere.
    private static ILogger LoggerOf(EmbeddedOptions options) => options.LoggerFactory!.CreateLogger(typeof(EmbeddedIoTDB).FullName!);

    private static ValueTask<EmbeddedIoTDB> StartAsync(EmbeddedOptions options, TreeEngine engine) =>
        ValueTask.FromResult(new EmbeddedIoTDB(options, engine, new Listener(options.Port)));

    private static async ValueTask<EmbeddedIoTDB> RestoreAsync(EmbeddedOptions options, EmbeddedStorage storage)
    {
        // Reading may take seconds; the caller's thread has better to do.
        var engine = await Task.Run(() => Restore(options, storage)).ConfigureAwait(false);
        try
        {
            return await StartAsync(options, engine).ConfigureAwait(false);
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static TreeEngine Restore(EmbeddedOptions options, EmbeddedStorage storage)
    {
        var session = storage.Open(options.Precision);
        try
        {
            return NewEngine(options, session);
        }
        catch (StatusException unreadable)
        {
            session.Dispose();
            throw new EmbeddedStorageException(unreadable.Message, unreadable);
        }
    }

    internal static TreeEngine NewEngine(EmbeddedOptions options, IStorageSession? session) => new(
        new ServerClock(options.TimeProvider, options.Precision),
        changes => new UserDirectory(options.Username, options.Password, changes),
        session);
}
