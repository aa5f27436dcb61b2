using IoTDB.Client;
using IoTDB.Orm.Writing;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Orm.Repositories;

/// <summary>Sends inserts through a data source, one session a request.</summary>
internal sealed class DataSourceInsertSender(IoTDBDataSource source) : IInsertSender
{
    public ThriftProtocol Protocol => source.Protocol;

    public ValueTask<TimeScale> GetTimeScaleAsync(CancellationToken ct) => source.GetTimeScaleAsync(ct);

    public async ValueTask SendAsync(InsertFrame frame, CancellationToken ct)
    {
        SessionLease lease = await source.RentAsync(ct).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            await lease.Session.InsertAsync(frame, ct).ConfigureAwait(false);
        }
    }
}
