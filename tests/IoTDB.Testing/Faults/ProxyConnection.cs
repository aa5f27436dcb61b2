using System.Net.Sockets;

namespace IoTDB.Testing;

/// <summary>One accepted connection and its counterpart towards the server.</summary>
internal sealed class ProxyConnection(FaultProxy proxy, int number, Socket client) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private Socket? _server;
    private int _closed;

    public FaultProxy Proxy { get; } = proxy;

    public int Number { get; } = number;

    /// <summary>Ends with the connection; never fails.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    public void Start() => Completion = RunAsync();

    /// <summary>Ends both sockets in order. The token source stays: a close on another thread may still be about to use it.</summary>
    public void Dispose() => Close(reset: false);

    private async Task RunAsync()
    {
        CancellationToken ct = _ended.Token;
        using Socket server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _server = server;
        Task up = Task.CompletedTask;
        Task down = Task.CompletedTask;
        try
        {
            client.NoDelay = true;
            if (Proxy.Silent)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            }

            await server.ConnectAsync(Proxy.Upstream, ct);
            up = new ProxyPump(this, FaultDirection.ToServer, client, server).RunAsync(ct);
            down = new ProxyPump(this, FaultDirection.ToClient, server, client).RunAsync(ct);
            await await Task.WhenAny(up, down); // one that ends in order leaves the other running, one that breaks ends both
            await Task.WhenAll(up, down);
        }
        catch (Exception e) when (IsEnd(e))
        {
            Close(reset: e is SocketException); // tells the other side the same way
        }

        Close(reset: false);
        await Task.WhenAll(up, down).ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private static bool IsEnd(Exception e) => e is SocketException or OperationCanceledException or ObjectDisposedException;

    /// <summary>Ends both sockets, in order or with a reset; more calls do nothing.</summary>
    public void Close(bool reset)
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        foreach (Socket? socket in (ReadOnlySpan<Socket?>)[client, _server])
        {
            if (socket is null)
            {
                continue;
            }

            try
            {
                if (reset)
                {
                    socket.LingerState = new LingerOption(true, 0);
                }
                else if (socket.Connected)
                {
                    socket.Shutdown(SocketShutdown.Both);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // already gone, which is what was wanted
            }

            socket.Dispose();
        }

        _ended.Cancel();
    }
}
