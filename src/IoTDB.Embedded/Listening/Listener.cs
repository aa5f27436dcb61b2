using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace IoTDB.Embedded.Listening;

/// <summary>Accepts connections on the loopback address and serves each in a task of its own.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, byte> _serving = new();
    private Task _accepting = Task.CompletedTask;

    public Listener(int port)
    {
        try
        {
            _socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            _socket.Listen(512);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Starts accepting.</summary>
    public void Start(ServerServices services) => _accepting = AcceptAsync(services);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_serving.Keys).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AcceptAsync(ServerServices services)
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket client;
            try
            {
                client = await _socket.AcceptAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client that is gone before it was accepted.
                continue;
            }

            if (services.Sessions.Count >= services.MaxConnections)
            {
                client.Dispose();
                continue;
            }

            client.NoDelay = true;
            Serve(client, services);
        }
    }

    private void Serve(Socket client, ServerServices services)
    {
        // On the pool: a connection's first requests must not keep others from being accepted.
        var serving = Task.Run(async () =>
        {
            using var connection = new ClientConnection(client, services);
            await connection.RunAsync(_stop.Token).ConfigureAwait(false);
        });
        _serving.TryAdd(serving, 0);
        _ = serving.ContinueWith(
            (done, state) => ((ConcurrentDictionary<Task, byte>)state!).TryRemove(done, out _),
            _serving,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
