using System.Net;
using System.Net.Sockets;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Answers every request with the beginning of a message in one of Thrift's two encodings, whatever it was asked in.</summary>
internal sealed class OtherEncodingServer : IAsyncDisposable
{
    // source: thrift-binary-protocol.md (version word 0x8001, reply) and thrift-compact-protocol.md (id 0x82, version 1, reply)
    private static readonly byte[] s_binary = [0, 0, 0, 8, 0x80, 0x01, 0, 2, 0, 0, 0, 0];
    private static readonly byte[] s_compact = [0, 0, 0, 4, 0x82, 0x41, 1, 0];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;
    private int _connections;

    private OtherEncodingServer(bool compact)
    {
        _listener.Start();
        _serving = ServeAsync(compact ? s_compact : s_binary);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    public static OtherEncodingServer Start(bool compact) => new(compact);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using Socket client = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _connections);
                await client.ReceiveAsync(new byte[4096]);
                await client.SendAsync(answer);
                await client.ReceiveAsync(new byte[1]); // until the client hangs up
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }
}
