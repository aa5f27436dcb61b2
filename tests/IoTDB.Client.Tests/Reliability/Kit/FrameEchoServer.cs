using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Sends every whole frame back as it came, and remembers it.</summary>
internal sealed class FrameEchoServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _accepting;
    private readonly List<Task> _serving = [];
    private int _frames;

    private FrameEchoServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static FrameEchoServer Start() => new();

    /// <summary>Whole frames received.</summary>
    public int Frames => Volatile.Read(ref _frames);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _accepting;
        await Task.WhenAll(_serving);
        _listener.Dispose();
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_ended.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // disposed
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient owned = client;
        client.NoDelay = true;
        NetworkStream stream = client.GetStream();
        byte[] header = new byte[4];
        try
        {
            while (await stream.ReadAtLeastAsync(header, 4, throwOnEndOfStream: false, _ended.Token) == 4)
            {
                byte[] frame = new byte[4 + BinaryPrimitives.ReadInt32BigEndian(header)];
                header.CopyTo(frame, 0);
                await stream.ReadExactlyAsync(frame.AsMemory(4), _ended.Token);
                Interlocked.Increment(ref _frames);
                await stream.WriteAsync(frame, _ended.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // cut by the test
        }
    }
}
