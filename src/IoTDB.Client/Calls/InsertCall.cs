using System.Runtime.CompilerServices;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Sends rows and checks that all of them were stored.</summary>
internal readonly struct InsertCall(RowsFrame frame, CallSubject subject = default) : ICall<Status>
{
    private readonly RowsFrame _frame = frame;
    private readonly CallSubject _subject = subject;

    public OperationInfo Describe(StatementDisplay display) => new("INSERT", _subject.Collection, _subject.Database, Tablets: _frame.DeviceCount);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Status> AttemptAsync(ServerSession session, CallDeadline deadline)
    {
        Status status = await session.InsertAsync(_frame, deadline).ConfigureAwait(false);
        StatusErrors.ThrowIfFailed(status, session.Endpoint);
        return status;
    }
}
