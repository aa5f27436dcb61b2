using System.Net;
using System.Net.Sockets;

namespace IoTDB.Embedded.Listening;

/// <summary>Accepts connections on the loopback address and serves each in a task of its own.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Accepting counts as one, each connection as one more; whoever ends last says so.
    private int _running = 1;

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
    public void Start(ServerServices services) => _ = AcceptAsync(services);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _idle.Task.ConfigureAwait(false);
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
                break;
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
            Interlocked.Increment(ref _running);

            // On the pool: a connection's first requests must not keep others from being accepted.
            ThreadPool.UnsafeQueueUserWorkItem(new ClientConnection(client, services, End, _stop.Token), preferLocal: false);
        }

        End();
    }

    private void End()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _idle.SetResult();
        }
    }
}
