using IoTDB.Client;
using IoTDB.Orm.Writing;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Orm.Repositories;

/// <summary>Sends inserts of one mapped class through a data source, one session a request.</summary>
internal sealed class DataSourceInsertSender(IoTDBDataSource source, CallSubject subject) : IInsertSender
{
    public ThriftProtocol Protocol => source.Protocol;

    public ValueTask<TimeScale> GetTimeScaleAsync(CancellationToken ct) => source.GetTimeScaleAsync(ct);

    public Endpoint? LeaderOf(string device) => source.LeaderOf(device);

    public int MostRequestBytes(string device) => source.MostRequestBytes(device);

    public IoTDBRequestTooLargeException? RefusalOf(string device, int bytes) => source.RefusalOf(device, bytes);

    public async ValueTask SendAsync(InsertFrame frame, TimeSpan? limit, CancellationToken ct)
    {
        SessionLease lease = await source.RentForAsync(frame.DeviceAt(0), ct).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            await lease.Session.InsertAsync(frame, limit ?? source.Options.Session.CommandTimeout, ct, subject).ConfigureAwait(false);
            lease.Session.CountWritten(frame.Rows, subject);
        }
    }
}
