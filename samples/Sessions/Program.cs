using IoTDB;
using IoTDB.Client;
using IoTDB.Embedded;

// What the session example of the Go client does, without the ORM. Runs on a server in this process, or on `--endpoint HOST:PORT`.
string? endpoint = args is ["--endpoint", { } given] ? given : null;
await using EmbeddedIoTDB? embedded = endpoint is null ? await EmbeddedIoTDB.StartAsync() : null;
string connection = embedded?.ConnectionString ?? $"Host={endpoint};Username=root;Password=root";

await using IoTDBDataSource db = new IoTDBDataSourceBuilder(connection + ";MaxOpen=4").Build(); // opens nothing
PingResult ping = await db.PingAsync();
Console.WriteLine($"{ping.Endpoint} runs IoTDB {ping.Version}");

await using SessionLease lease = await db.RentAsync();
Session session = lease.Session;

await session.CreateDatabaseAsync("root.sg1");
await session.CreateAlignedTimeseriesAsync("root.sg1.dev1",
[
    new TimeseriesDefinition("temperature", TsDataType.Float),
    new TimeseriesDefinition("status", TsDataType.Boolean),
]);

using (Tablet tablet = new("root.sg1.dev1", [("temperature", TsDataType.Float), ("status", TsDataType.Boolean)], capacity: 100))
{
    DateTimeOffset start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    for (int i = 0; i < 100; i++)
    {
        tablet.Add(start.AddSeconds(i), 20f + (i % 10), i % 2 == 0);
    }

    await session.InsertAlignedTabletAsync(tablet);
}

await using (ResultSet rows = await session.ExecuteQueryAsync(
    "select temperature, status from root.sg1.dev1 where temperature > 27 limit 5", timeout: TimeSpan.FromSeconds(5)))
{
    while (await rows.ReadAsync())
    {
        Console.WriteLine($"{rows.GetTime():HH:mm:ss} {rows.Get<float>(0)} {rows.Get<bool>(1)}");
    }
}

await session.DeleteDataAsync(["root.sg1.dev1.*"], long.MinValue, long.MaxValue);
await session.DeleteTimeseriesAsync(["root.sg1.dev1.*"]);
await session.DeleteDatabasesAsync(["root.sg1"]);
Console.WriteLine($"{db.Statistics.Opened} session was opened for all of this");
