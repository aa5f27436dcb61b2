using IoTDB.Client;
using IoTDB.Orm.Writing;

namespace IoTDB.Orm.Repositories;

/// <summary>The rows of one mapped class in one data source.</summary>
internal sealed class Repository<T>(RepositoryContext context) : IRepository<T>
    where T : class, IDeviceEntity<T>
{
    private readonly RowWriter<T> _writer = new(T.Model, new DataSourceInsertSender(context.Source, T.Model.Subject), context.Gate, context.Limits, context.Clock);

    public Task<InsertResult> InsertAsync(T row, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _writer.InsertAsync(row, ct);
    }

    public Task<InsertResult> InsertAsync(IEnumerable<T> rows, CancellationToken ct = default) => InsertAsync(rows, null, ct);

    public Task<InsertResult> InsertAsync(IEnumerable<T> rows, IProgress<InsertProgress>? progress, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return _writer.InsertAsync(rows, progress, ct);
    }

    public Task<InsertResult> InsertAsync(IAsyncEnumerable<T> rows, CancellationToken ct = default) => InsertAsync(rows, null, ct);

    public Task<InsertResult> InsertAsync(IAsyncEnumerable<T> rows, IProgress<InsertProgress>? progress, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return _writer.InsertAsync(rows, progress, ct);
    }

    public Task<InsertResult> InsertAsync(Tablet<T> tablet, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(tablet);
        return _writer.InsertAsync(tablet, ct);
    }

    public UnboundedQuery<T> Query(DeviceKey<T> device) => new(Spec(DeviceTarget.Of(device)));

    public UnboundedQuery<T> Query(DeviceSelector<T> devices) => new(Spec(DeviceTarget.Of(devices)));

    public Task<T?> LastRowAsync(DeviceKey<T> device, CancellationToken ct = default) =>
        Query(device).AllTime().OrderByTimeDescending().FirstOrDefaultAsync(ct);

    public Task DeleteAsync(DeviceKey<T> device, TimeRange range, CancellationToken ct = default) => DeleteAsync(DeviceTarget.Of(device), range, ct);

    public Task DeleteAsync(DeviceSelector<T> devices, TimeRange range, CancellationToken ct = default) => DeleteAsync(DeviceTarget.Of(devices), range, ct);

    private QuerySpec Spec(DeviceTarget target) => new(context.Runner, T.Model, target);

    private async Task DeleteAsync(DeviceTarget target, TimeRange range, CancellationToken ct)
    {
        if (TreeRenderer.Delete(range, await context.Runner.ContextAsync(target, namesDevices: true, ct).ConfigureAwait(false)) is not { } sql)
        {
            return;
        }

        SessionLease lease = await context.Source.RentAsync(ct).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            await lease.Session.ExecuteNonQueryAsync(new StatementQuery(sql, T.Model.Subject), ct).ConfigureAwait(false);
        }
    }
}
