using System.Buffers.Binary;
using System.Net.Sockets;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Sql;

/// <summary>One session as a recording was made with: no pool, no retries, everything the server says is seen.</summary>
internal sealed class SqlSession(string host, int port, string dialect) : IAsyncDisposable
{
    private const int FetchSize = 1000;
    private const long TimeoutMilliseconds = 60_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    private readonly FrameBuffer _frame = new();
    private TcpClient? _client;
    private int _sequence;
    private long _session;
    private long _statement;
    private string _zone = "UTC";

    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="InvalidOperationException">The server refused the login.</exception>
    public async Task OpenAsync()
    {
        _client?.Dispose();
        _client = new TcpClient { NoDelay = true };
        await _client.ConnectAsync(host, port);
        OpenSessionRequest request = new(ProtocolVersion.V3, _zone, "root", "root", [new("version", "V_1_0"), new("sql_dialect", dialect)]);
        OpenSessionResponse response = await CallAsync<OpenSessionRequest, OpenSessionResponse>(Methods.OpenSession, request);
        if (response.Status.Code != 200)
        {
            throw new InvalidOperationException($"Login at {host}:{port}: {response.Status.Code} {response.Status.Message}");
        }

        _session = response.SessionId!.Value;
        Calls.WriteArguments(_frame, ThriftProtocol.Binary, Methods.RequestStatementId, ++_sequence, new RequestStatementIdArguments(_session));
        byte[] reply = await ExchangeAsync();
        _statement = Calls.ReadInt64Reply(reply, ThriftProtocol.Binary, Methods.RequestStatementId, _sequence, WireLimits.Default);
    }

    public async Task SetTimeZoneAsync(string zone)
    {
        _zone = zone;
        Status status = await CallAsync<SetTimeZoneRequest, Status>(Methods.SetTimeZone, new SetTimeZoneRequest(_session, zone));
        if (status.Code != 200)
        {
            throw new InvalidOperationException($"Time zone {zone}: {status.Code} {status.Message}");
        }
    }

    /// <summary>Runs a statement and takes all its rows; a lost connection is an answer too, and the session is opened again.</summary>
    public async Task<SqlAnswer> ExecuteAsync(string sql)
    {
        try
        {
            ExecuteStatementRequest request = new(_session, sql, _statement, FetchSize, TimeoutMilliseconds);
            ExecuteStatementResponse response = await CallAsync<ExecuteStatementRequest, ExecuteStatementResponse>(Methods.ExecuteStatementV2, request);
            return await ReadAsync(response);
        }
        catch (Exception lost) when (lost is IOException or SocketException)
        {
            await OpenAsync();
            return new SqlAnswer(RecordKind.Lost) { Message = lost.Message };
        }
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _frame.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SqlAnswer> ReadAsync(ExecuteStatementResponse response)
    {
        if (response.Status.Code is not (200 or 400))
        {
            return Refused(response.Status);
        }

        if (response.Columns is null)
        {
            return new SqlAnswer(RecordKind.Ok);
        }

        ResultReader reader = new(response);
        reader.Add(response.QueryResult ?? []);
        bool more = response.MoreData == true;
        while (more)
        {
            FetchResultsRequest request = new(_session, string.Empty, FetchSize, response.QueryId!.Value, IsAlign: true, StatementId: _statement);
            FetchResultsResponse page = await CallAsync<FetchResultsRequest, FetchResultsResponse>(Methods.FetchResultsV2, request);
            if (page.Status.Code is not (200 or 400))
            {
                return Refused(page.Status);
            }

            reader.Add(page.QueryResult ?? []);
            more = page.MoreData == true;
        }

        if (response.QueryId is { } query)
        {
            await CallAsync<CloseOperationRequest, Status>(Methods.CloseOperation, new CloseOperationRequest(_session, query, _statement));
        }

        return new SqlAnswer(RecordKind.Query) { Columns = reader.Columns, Rows = reader.Rows };
    }

    private static SqlAnswer Refused(Status status) => new(RecordKind.Error) { Code = status.Code, Message = status.Message ?? string.Empty };

    private async Task<TResponse> CallAsync<TRequest, TResponse>(string method, TRequest request)
        where TRequest : IThriftStruct<TRequest>
        where TResponse : IThriftStruct<TResponse>
    {
        Calls.WriteCall(_frame, ThriftProtocol.Binary, method, ++_sequence, request);
        return Calls.ReadReply<TResponse>(await ExchangeAsync(), ThriftProtocol.Binary, method, _sequence, WireLimits.Default);
    }

    private async Task<byte[]> ExchangeAsync()
    {
        using CancellationTokenSource limit = new(s_patience);
        NetworkStream stream = _client!.GetStream();
        await stream.WriteAsync(_frame.Seal(), limit.Token);
        byte[] header = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(header, limit.Token);
        byte[] body = new byte[BinaryPrimitives.ReadInt32BigEndian(header)];
        await stream.ReadExactlyAsync(body, limit.Token);
        return body;
    }
}
