using System.Runtime.CompilerServices;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Sends tablets and checks that all of them were stored.</summary>
internal readonly struct InsertCall(InsertFrame frame) : ICall<Status>
{
    private readonly InsertFrame _frame = frame;

    public OperationInfo Describe(SqlDialect dialect) => new("INSERT", Tablets: _frame.TabletCount);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Status> AttemptAsync(ServerSession session, CallDeadline deadline)
    {
        Status status = await session.InsertAsync(_frame, deadline).ConfigureAwait(false);
        StatusErrors.ThrowIfFailed(status, session.Endpoint);
        return status;
    }
}
