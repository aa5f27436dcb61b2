using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace IoTDB.Testing;

/// <summary>A loopback proxy in front of a server, which cuts, holds, delays and changes bytes as its schedule says.</summary>
/// <remarks>
/// It finds frames and method names in the stream, so that rules can say "byte 17 of the answer to insertTablet". Nothing here sleeps: holds
/// end with <see cref="Release"/>, delays follow <see cref="Clock"/>, and <see cref="FaultRule.Reached"/> tells a test that its fault has struck.
/// </remarks>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, ProxyConnection> _connections = new();
    private readonly ConcurrentQueue<ProxiedFrame> _frames = new();
    private readonly ConcurrentQueue<string> _notes = new();
    private readonly Lock _gate = new(); // guards the listener and the hold
    private TaskCompletionSource _hold = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private int _accepted;

    private FaultProxy(EndPoint upstream, TimeProvider clock)
    {
        Upstream = upstream;
        Clock = clock;
    }

    /// <summary>Port on 127.0.0.1 where clients connect; it stays the same over <see cref="Refuse"/> and <see cref="Accept"/>.</summary>
    public int Port { get; private set; }

    /// <summary>The server behind the proxy; a change holds for the next connection.</summary>
    public EndPoint Upstream { get; set; }

    /// <summary>What goes wrong.</summary>
    public FaultSchedule Schedule { get; set; } = new();

    /// <summary>Whether new connections are accepted and then left without any answer.</summary>
    public bool Silent { get; set; }

    /// <summary>Connections accepted so far.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Connections that are open.</summary>
    public int Open => _connections.Count;

    /// <summary>Every frame that began, in the order seen.</summary>
    public IReadOnlyList<ProxiedFrame> Frames => [.. _frames];

    /// <summary>Every fault that struck, as text: with the schedule, what is needed to replay a run.</summary>
    public IReadOnlyList<string> Notes => [.. _notes];

    internal TimeProvider Clock { get; }

    /// <summary>Starts a proxy in front of a port of this machine.</summary>
    /// <param name="port">The server's port on 127.0.0.1.</param>
    /// <param name="clock">Clock of delays; the system's where null.</param>
    public static FaultProxy Start(int port, TimeProvider? clock = null)
    {
        FaultProxy proxy = new(new IPEndPoint(IPAddress.Loopback, port), clock ?? TimeProvider.System);
        proxy.Accept();
        return proxy;
    }

    /// <summary>Accepts connections (again), on the same port.</summary>
    public void Accept()
    {
        lock (_gate)
        {
            if (_listener is not null)
            {
                return;
            }

            Socket listener = new(SocketType.Stream, ProtocolType.Tcp);
            listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            listener.ReceiveBufferSize = 64 * 1024; // so that a hold is felt by the sender soon
            listener.Bind(new IPEndPoint(IPAddress.Loopback, Port));
            listener.Listen(512);
            Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
            _listener = listener;
            _accepting = AcceptAsync(listener);
        }
    }

    /// <summary>Stops listening: the next connection is refused by the system. Open connections go on.</summary>
    public void Refuse()
    {
        lock (_gate)
        {
            _listener?.Dispose();
            _listener = null;
        }
    }

    /// <summary>Ends every open connection.</summary>
    public void CutAll(bool reset = false)
    {
        foreach (ProxyConnection connection in _connections.Values)
        {
            connection.Close(reset);
        }
    }

    /// <summary>What a killed server looks like: connections end and no new one is accepted, until <see cref="Accept"/>.</summary>
    public void Down(bool reset = false)
    {
        Refuse();
        CutAll(reset);
    }

    /// <summary>Lets everything that is held go on.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _hold.SetResult();
            _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>How many requests of a method came through.</summary>
    public int Requests(string method) =>
        _frames.Count(seen => seen.Direction == FaultDirection.ToServer && seen.Frame.Method == method);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Down();
        await _accepting;
        CutAll();
        await Task.WhenAll(_connections.Values.Select(connection => connection.Completion));
    }

    internal Task Released(CancellationToken ct)
    {
        lock (_gate)
        {
            return _hold.Task.WaitAsync(ct);
        }
    }

    internal void Saw(ProxiedFrame frame) => _frames.Enqueue(frame);

    internal void Note(int connection, FaultRule rule) => _notes.Enqueue($"connection {connection}: {rule}");

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listener.AcceptAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            int number = Interlocked.Increment(ref _accepted);
            ProxyConnection connection = new(this, number, client);
            _connections[number] = connection;
            connection.Start();
            _ = RemoveAtEndAsync(connection);
        }
    }

    private async Task RemoveAtEndAsync(ProxyConnection connection)
    {
        await connection.Completion;
        _connections.TryRemove(connection.Number, out _);
        connection.Dispose();
    }
}
