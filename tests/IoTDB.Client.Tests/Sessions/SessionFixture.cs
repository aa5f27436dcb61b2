using System.Globalization;
using IoTDB.Testing;

namespace IoTDB.Client.Tests.Sessions;

/// <summary>One data source on the server of a test, and devices nobody else uses.</summary>
internal sealed class SessionFixture : IAsyncDisposable
{
    public const string Database = "root.client_tests";

    private SessionFixture(IoTDBDataSource source, SessionLease lease)
    {
        Source = source;
        Lease = lease;
    }

    public IoTDBDataSource Source { get; }

    public SessionLease Lease { get; }

    public Session Session => Lease.Session;

    public static async Task<IoTDBDataSource> SourceAsync(ServerKind kind, string more = "") =>
        new IoTDBDataSourceBuilder($"{await TestServer.GetAsync(kind)};{more}").Build();

    public static async Task<SessionFixture> OpenAsync(ServerKind kind, string more = "")
    {
        IoTDBDataSource source = await SourceAsync(kind, more);
        return new SessionFixture(source, await source.RentAsync());
    }

    public static string Device() => $"{Database}.{TestNames.Unique()}";

    public async Task<List<string>> RowsAsync(string sql)
    {
        List<string> rows = [];
        await using ResultSet results = await Session.ExecuteQueryAsync(sql);
        while (await results.ReadAsync())
        {
            List<string> cells = results.HasTime ? [results.GetTimestamp().ToString(CultureInfo.InvariantCulture)] : [];
            foreach (ResultColumn column in results.Columns)
            {
                cells.Add(Cell(results, column));
            }

            rows.Add(string.Join(' ', cells));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Lease.DisposeAsync();
        await Source.DisposeAsync();
    }

    private static string Cell(ResultSet results, ResultColumn column)
    {
        int ordinal = column.Ordinal;
        return results.IsNull(ordinal) ? "null" : column.DataType switch
        {
            TsDataType.Boolean => results.Get<bool>(ordinal) ? "true" : "false",
            TsDataType.Int32 => results.Get<int>(ordinal).ToString(CultureInfo.InvariantCulture),
            TsDataType.Int64 => results.Get<long>(ordinal).ToString(CultureInfo.InvariantCulture),
            TsDataType.Float => results.Get<float>(ordinal).ToString(CultureInfo.InvariantCulture),
            TsDataType.Double => results.Get<double>(ordinal).ToString(CultureInfo.InvariantCulture),
            TsDataType.Timestamp => results.Get<DateTimeOffset>(ordinal).ToString("O", CultureInfo.InvariantCulture),
            TsDataType.Date => results.Get<DateOnly>(ordinal).ToString("O", CultureInfo.InvariantCulture),
            TsDataType.Blob => Convert.ToHexString(results.Get<byte[]>(ordinal)),
            _ => results.GetString(ordinal)!,
        };
    }
}
