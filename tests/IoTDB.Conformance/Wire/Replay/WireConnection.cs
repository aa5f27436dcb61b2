using System.Buffers.Binary;
using System.Net.Sockets;
using IoTDB.Embedded;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire.Replay;

/// <summary>A connection that sends what a test wants sent, well-formed or not.</summary>
internal sealed class WireConnection : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly Socket _socket;
    private readonly ThriftProtocol _protocol;
    private readonly FrameBuffer _frame = new();
    private int _sequence;

    private WireConnection(Socket socket, ThriftProtocol protocol)
    {
        _socket = socket;
        _protocol = protocol;
    }

    public long SessionId { get; private set; }

    public long StatementId { get; private set; }

    public static Task<WireConnection> ConnectAsync(EmbeddedIoTDB server, ThriftProtocol protocol = ThriftProtocol.Binary) =>
        ConnectAsync("127.0.0.1", server.Port, protocol);

    public static async Task<WireConnection> ConnectAsync(string host, int port, ThriftProtocol protocol = ThriftProtocol.Binary)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(host, port);
        return new WireConnection(socket, protocol);
    }

    public static Task<WireConnection> OpenAsync(EmbeddedIoTDB server, ThriftProtocol protocol = ThriftProtocol.Binary, string zone = "UTC") =>
        OpenAsync("127.0.0.1", server.Port, protocol, zone);

    public static async Task<WireConnection> OpenAsync(string host, int port, ThriftProtocol protocol = ThriftProtocol.Binary, string zone = "UTC")
    {
        var connection = await ConnectAsync(host, port, protocol);
        await connection.LogInAsync(zone);
        return connection;
    }

    public async Task<OpenSessionResponse> LogInAsync(string zone = "UTC", string user = "root", string? password = "root")
    {
        var request = new OpenSessionRequest(ProtocolVersion.V3, zone, user, password, [new("version", "V_1_0"), new("sql_dialect", "tree")]);
        var response = await CallAsync<OpenSessionRequest, OpenSessionResponse>(Methods.OpenSession, request);
        if (response.Status.Code == 200)
        {
            SessionId = response.SessionId!.Value;
            StatementId = await RequestStatementIdAsync();
        }

        return response;
    }

    public async Task<long> RequestStatementIdAsync()
    {
        Calls.WriteArguments(_frame, _protocol, Methods.RequestStatementId, ++_sequence, new RequestStatementIdArguments(SessionId));
        await SendAsync(_frame.Seal());
        return Calls.ReadInt64Reply(await ReceiveAsync(), _protocol, Methods.RequestStatementId, _sequence, WireLimits.Default);
    }

    public async Task<TResponse> CallAsync<TRequest, TResponse>(string method, TRequest request)
        where TRequest : IThriftStruct<TRequest>
        where TResponse : IThriftStruct<TResponse>
    {
        Calls.WriteCall(_frame, _protocol, method, ++_sequence, request);
        await SendAsync(_frame.Seal());
        return Calls.ReadReply<TResponse>(await ReceiveAsync(), _protocol, method, _sequence, WireLimits.Default);
    }

    public async Task<TResponse> CallPlainAsync<TArguments, TResponse>(string method, TArguments arguments)
        where TArguments : IThriftStruct<TArguments>
        where TResponse : IThriftStruct<TResponse>
    {
        Calls.WriteArguments(_frame, _protocol, method, ++_sequence, arguments);
        await SendAsync(_frame.Seal());
        return Calls.ReadReply<TResponse>(await ReceiveAsync(), _protocol, method, _sequence, WireLimits.Default);
    }

    public Task<ExecuteStatementResponse> ExecuteAsync(string sql, int fetchSize = 1000, long? timeout = 60_000) =>
        CallAsync<ExecuteStatementRequest, ExecuteStatementResponse>(
            Methods.ExecuteStatementV2, new ExecuteStatementRequest(SessionId, sql, StatementId, fetchSize, timeout));

    public async Task RunAsync(string sql)
    {
        var response = await ExecuteAsync(sql);
        if (response.Status.Code != 200)
        {
            throw new InvalidOperationException($"{sql}: {response.Status.Code} {response.Status.Message}");
        }
    }

    /// <summary>All rows of a statement; the time first if the result has one. Texts as strings.</summary>
    public async Task<IReadOnlyList<object?[]>> QueryAsync(string sql, int fetchSize = 1000)
    {
        var response = await ExecuteAsync(sql, fetchSize);
        if (response.Status.Code != 200)
        {
            throw new InvalidOperationException($"{sql}: {response.Status.Code} {response.Status.Message}");
        }

        var rows = new List<object?[]>();
        ResultRows.Add(response, response.QueryResult ?? [], rows);
        var more = response.MoreData == true;
        while (more)
        {
            var page = await FetchAsync(response.QueryId!.Value, fetchSize);
            ResultRows.Add(response, page.QueryResult ?? [], rows);
            more = page.MoreData == true;
        }

        return rows;
    }

    public Task<FetchResultsResponse> FetchAsync(long queryId, int fetchSize) =>
        CallAsync<FetchResultsRequest, FetchResultsResponse>(
            Methods.FetchResultsV2, new FetchResultsRequest(SessionId, "", fetchSize, queryId, IsAlign: true, StatementId: StatementId));

    /// <summary>Sends bytes as they are, length word included.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var limit = new CancellationTokenSource(s_patience);
        while (bytes.Length > 0)
        {
            bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None, limit.Token)..];
        }
    }

    /// <summary>Receives one frame; null if the server closed the connection.</summary>
    public async Task<byte[]?> TryReceiveAsync()
    {
        using var limit = new CancellationTokenSource(s_patience);
        var length = new byte[sizeof(int)];
        if (!await FillAsync(length, limit.Token))
        {
            return null;
        }

        var frame = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
        return await FillAsync(frame, limit.Token) ? frame : null;
    }

    public async Task<byte[]> ReceiveAsync() => await TryReceiveAsync() ?? throw new EndOfStreamException("The server closed the connection.");

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _frame.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> FillAsync(Memory<byte> buffer, CancellationToken ct)
    {
        while (buffer.Length > 0)
        {
            int received;
            try
            {
                received = await _socket.ReceiveAsync(buffer, SocketFlags.None, ct);
            }
            catch (SocketException)
            {
                return false;
            }

            if (received == 0)
            {
                return false;
            }

            buffer = buffer[received..];
        }

        return true;
    }
}
