using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IoTDB.Embedded.Engine;

namespace IoTDB.Embedded;

/// <summary>An Apache IoTDB in this process: the real protocol on a loopback socket.</summary>
public sealed class EmbeddedIoTDB : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly TreeEngine _engine;
    private readonly EmbeddedOptions _options;

    private EmbeddedIoTDB(EmbeddedOptions options)
    {
        _options = options;
        _engine = new TreeEngine(new ServerClock(options.TimeProvider, options.Precision));
        _listener = new TcpListener(IPAddress.Loopback, options.Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>TCP port the server listens on.</summary>
    public int Port { get; }

    /// <summary>Connection string of this server, with its account.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username={_options.Username};Password={_options.Password}");

    /// <summary>Starts a server.</summary>
    /// <param name="options">Null = defaults: a free port, milliseconds, in memory.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static ValueTask<EmbeddedIoTDB> StartAsync(EmbeddedOptions? options = null) =>
        ValueTask.FromResult(new EmbeddedIoTDB(options ?? new EmbeddedOptions()));

    /// <summary>Stops listening and closes all connections.</summary>
    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _engine.Dispose();
        return ValueTask.CompletedTask;
    }
}
