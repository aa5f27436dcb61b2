using System.Runtime.CompilerServices;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

internal sealed partial class ServerSession
{
    /// <summary>Sends a request that may answer with a result set; the caller owns the frame that the answer's blocks lie in.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<QueryAnswer> QueryAsync<TRequest>(string method, TRequest request, CallDeadline deadline)
        where TRequest : IThriftStruct<TRequest>
    {
        int sequence = ++_sequence;
        Wire.Thrift.Calls.WriteCall(_request, Protocol, method, sequence, request);
        ResponseFrame frame = await ExchangeAsync(_request.Seal(), deadline).ConfigureAwait(false);
        try
        {
            ExecuteStatementResponse response = Decode<ExecuteStatementResponse>(frame, method, sequence);
            StatusErrors.ThrowIfFailed(ServerText.Mask(response.Status, _secret), Endpoint);
            return new QueryAnswer(frame, response);
        }
        catch
        {
            frame.Return();
            throw;
        }
    }

    /// <summary>Asks for the next rows of a query of this session.</summary>
    public async ValueTask<ResultPage> FetchAsync(long queryId, int fetchSize, TimeSpan serverLimit, CallDeadline deadline)
    {
        FetchResultsRequest request = new(SessionId, string.Empty, fetchSize, queryId, IsAlign: true, (long)serverLimit.TotalMilliseconds, StatementId);
        int sequence = ++_sequence;
        Wire.Thrift.Calls.WriteCall(_request, Protocol, Methods.FetchResultsV2, sequence, request);
        ResponseFrame frame = await ExchangeAsync(_request.Seal(), deadline).ConfigureAwait(false);
        try
        {
            FetchResultsResponse response = Decode<FetchResultsResponse>(frame, Methods.FetchResultsV2, sequence);
            StatusErrors.ThrowIfFailed(ServerText.Mask(response.Status, _secret), Endpoint);
            return new ResultPage(frame, response.QueryResult ?? [], response.MoreData == true);
        }
        catch
        {
            frame.Return();
            throw;
        }
    }

    /// <summary>Gives up a query of this session.</summary>
    public ValueTask<Status> CloseQueryAsync(long queryId, CallDeadline deadline) =>
        CallAsync<CloseOperationRequest, Status>(Methods.CloseOperation, new CloseOperationRequest(SessionId, queryId, StatementId), deadline);

    /// <summary>Sends rows; the frame is sealed with this session's ids.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Status> InsertAsync(RowsFrame rows, CallDeadline deadline)
    {
        int sequence = ++_sequence;
        return Acknowledged(await ExchangeAsync(rows.Seal(sequence, SessionId), deadline).ConfigureAwait(false), rows, sequence);
    }

    // What the server says of rows it was sent.
    private Status Acknowledged(ResponseFrame frame, RowsFrame rows, int sequence)
    {
        try
        {
            Status status = Decode<Status>(frame, rows.Method, sequence);
            Learn(status, rows);
            return status;
        }
        finally
        {
            frame.Return();
        }
    }

    // An answer to one device says where its leader is; one to several has an entry a device, in the order sent. Errors may carry hints too.
    private void Learn(in Status status, RowsFrame rows)
    {
        if (status.RedirectNode is { } node && rows.DeviceCount == 1)
        {
            _leaders.Learn(rows.DeviceAt(0), node.Ip, node.Port, Endpoint);
        }

        if (status.Code == StatusCode.RedirectionRecommend && status.SubStatus is { } parts && parts.Length == rows.DeviceCount)
        {
            for (int i = 0; i < parts.Length; i++)
            {
                if (parts[i].RedirectNode is { } leader)
                {
                    _leaders.Learn(rows.DeviceAt(i), leader.Ip, leader.Port, Endpoint);
                }
            }
        }
    }
}
