using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Embedded;

/// <summary>The thinnest client there is: what it measures is the server.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly FrameBuffer _frame = new();
    private byte[] _received = new byte[1 << 16];
    private long _statementId;
    private int _sequence;

    public RawConnection(int port)
    {
        _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        Call<OpenSessionRequest, OpenSessionResponse>(
            Methods.OpenSession, new OpenSessionRequest(ProtocolVersion.V3, "UTC", "root", "root", [new("version", "V_1_0"), new("sql_dialect", "tree")]));
        Calls.WriteArguments(_frame, ThriftProtocol.Binary, Methods.RequestStatementId, ++_sequence, new RequestStatementIdArguments(1));
        _statementId = Calls.ReadInt64Reply(Exchange(), ThriftProtocol.Binary, Methods.RequestStatementId, _sequence, WireLimits.Default);
    }

    public void Insert(in InsertTabletRequest tablet) => Require(Call<InsertTabletRequest, Status>(Methods.InsertTablet, tablet));

    public ExecuteStatementResponse Execute(string sql, int fetchSize = 100_000)
    {
        var response = Call<ExecuteStatementRequest, ExecuteStatementResponse>(
            Methods.ExecuteStatementV2, new ExecuteStatementRequest(1, sql, _statementId, fetchSize, 600_000));
        Require(response.Status);
        return response;
    }

    /// <summary>Reads a query to its end and returns the bytes of its blocks.</summary>
    public long Drain(string sql)
    {
        var response = Execute(sql);
        long bytes = response.QueryResult!.Sum(block => (long)block.Length);
        bool more = response.MoreData == true;
        while (more)
        {
            var page = Call<FetchResultsRequest, FetchResultsResponse>(
                Methods.FetchResultsV2, new FetchResultsRequest(1, sql, 100_000, response.QueryId!.Value, IsAlign: true, StatementId: _statementId));
            Require(page.Status);
            bytes += page.QueryResult!.Sum(block => (long)block.Length);
            more = page.MoreData == true;
        }

        return bytes;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _frame.Dispose();
    }

    private static void Require(Status status)
    {
        if (status.Code != 200)
        {
            throw new InvalidOperationException($"{status.Code}: {status.Message}");
        }
    }

    private TResponse Call<TRequest, TResponse>(string method, in TRequest request)
        where TRequest : IThriftStruct<TRequest>
        where TResponse : IThriftStruct<TResponse>
    {
        Calls.WriteCall(_frame, ThriftProtocol.Binary, method, ++_sequence, request);
        return Calls.ReadReply<TResponse>(Exchange(), ThriftProtocol.Binary, method, _sequence, WireLimits.Default);
    }

    private ReadOnlyMemory<byte> Exchange()
    {
        _socket.Send(_frame.Seal().Span);
        Fill(_received.AsSpan(0, sizeof(int)));
        int length = BinaryPrimitives.ReadInt32BigEndian(_received);
        if (length > _received.Length)
        {
            _received = new byte[length * 2];
        }

        Fill(_received.AsSpan(0, length));
        return _received.AsMemory(0, length);
    }

    private void Fill(Span<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            int received = _socket.Receive(buffer);
            buffer = received > 0 ? buffer[received..] : throw new EndOfStreamException("The server closed the connection.");
        }
    }
}
