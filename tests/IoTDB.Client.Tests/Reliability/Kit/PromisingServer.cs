using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Stands before a server and sees every fetch; unless told otherwise it answers them itself: there are more rows, but none just now.</summary>
internal sealed class PromisingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly int _upstream;
    private readonly Action _onFetch;
    private readonly bool _promises;
    private readonly Task _serving;

    private PromisingServer(int upstream, Action onFetch, bool promises)
    {
        _promises = promises;
        _upstream = upstream;
        _onFetch = onFetch;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Fetches seen.</summary>
    public int Fetches { get; private set; }

    public static PromisingServer Start(int upstream, Action onFetch, bool promises = true) => new(upstream, onFetch, promises);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        await _serving;
        _ended.Dispose();
    }

    // One client is enough.
    private async Task ServeAsync()
    {
        try
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync(_ended.Token);
            using TcpClient server = new();
            await server.ConnectAsync(IPAddress.Loopback, _upstream, _ended.Token);
            while (true)
            {
                byte[] request = await ReadFrameAsync(client.GetStream());
                CallHeader header = Answers.ReadHeader(request.AsMemory(sizeof(int)), ThriftProtocol.Binary, WireLimits.Default);
                if (header.Method == Methods.FetchResultsV2)
                {
                    Fetches++;
                    _onFetch();
                    if (_promises)
                    {
                        await client.GetStream().WriteAsync(Promise(header), _ended.Token);
                        continue;
                    }
                }

                await server.GetStream().WriteAsync(request, _ended.Token);
                await client.GetStream().WriteAsync(await ReadFrameAsync(server.GetStream()), _ended.Token);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // the test is over
        }
    }

    private static byte[] Promise(in CallHeader header)
    {
        using FrameBuffer frame = new();
        Answers.WriteReply(frame, header, new FetchResultsResponse(new Status(200), HasResultSet: true, IsAlign: true, QueryResult: [], MoreData: true));
        return frame.Seal().ToArray();
    }

    private async Task<byte[]> ReadFrameAsync(NetworkStream stream)
    {
        byte[] header = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(header, _ended.Token);
        byte[] frame = new byte[sizeof(int) + BinaryPrimitives.ReadInt32BigEndian(header)];
        header.CopyTo(frame, 0);
        await stream.ReadExactlyAsync(frame.AsMemory(sizeof(int)), _ended.Token);
        return frame;
    }
}
