using System.Runtime.CompilerServices;
using IoTDB.Client;

namespace IoTDB.Orm.Schema;

/// <summary>The schema of the server behind a data source. Columns are found by name: newer servers have more of them.</summary>
internal sealed class SchemaServer(IoTDBDataSource dataSource) : ISchemaServer
{
    private const string ViewType = "VIEW";

    public IAsyncEnumerable<string> DatabasesAsync(CancellationToken ct) =>
        RowsAsync(SchemaSql.ShowDatabases, static rows => rows.Get<string>("Database"), ct);

    public IAsyncEnumerable<LiveDevice> DevicesAsync(string pattern, CancellationToken ct) =>
        RowsAsync(SchemaSql.ShowDevices(pattern), ReadDevice, ct);

    public IAsyncEnumerable<LiveSeries> SeriesAsync(string pattern, CancellationToken ct) =>
        RowsAsync(SchemaSql.ShowTimeseries(pattern), ReadSeries, ct);

    public async Task ExecuteAsync(string statement, CancellationToken ct)
    {
        SessionLease lease = await dataSource.RentAsync(ct).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            await lease.Session.ExecuteNonQueryAsync(statement, ct).ConfigureAwait(false);
        }
    }

    private static LiveDevice ReadDevice(ResultSet rows) =>
        new(rows.Get<string>("Device"), rows.GetString("IsAligned") == "true", rows.GetString("Template"));

    private static LiveSeries ReadSeries(ResultSet rows)
    {
        (string device, string measurement) = PathText.SplitSeries(rows.Get<string>("Timeseries"));
        return new LiveSeries(
            device,
            measurement,
            rows.Get<string>("DataType"),
            rows.GetString("Encoding"),
            rows.GetString("Compression"),
            rows.GetString("Alias") is { } alias ? NodeName.ToValue(alias) : null,
            rows.GetString("Tags"),
            rows.GetString("Attributes"),
            rows.GetString("ViewType") == ViewType);
    }

    private async IAsyncEnumerable<T> RowsAsync<T>(string statement, Func<ResultSet, T> read, [EnumeratorCancellation] CancellationToken ct)
    {
        SessionLease lease = await dataSource.RentAsync(ct).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            ResultSet rows = await lease.Session.ExecuteQueryAsync(statement, cancellationToken: ct).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                while (await rows.ReadAsync(ct).ConfigureAwait(false))
                {
                    yield return read(rows);
                }
            }
        }
    }
}
