using System.Diagnostics;
using IoTDB.Client;
using IoTDB.Client.Tests.Reliability;
using IoTDB.Embedded;

namespace IoTDB.Soak;

/// <summary>Nobody gets another one's answer, however calls are cancelled (C-06).</summary>
internal static class EchoSoak
{
    public const string Device = "root.soak.echo";

    public static async Task<bool> RunAsync(int calls)
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString).Build();
        await FillAsync(source);
        EchoRun run = new(source, Device, seed: Environment.TickCount);
        Stopwatch watch = Stopwatch.StartNew();
        await run.RunAsync(calls, callers: 200);
        PoolStatistics pool = source.Statistics;
        Console.WriteLine($"echo: {calls} calls in {watch.Elapsed.TotalSeconds:0} s, {run.Answered} answered, {run.Cancelled} cancelled, {run.Wrong} wrong; {pool.Opened} sessions opened, {pool.Leased} still lent (seed {run.Seed})");
        return run.Wrong == 0 && run.Answered + run.Cancelled == calls && pool.Leased == 0;
    }

    /// <summary>Stores the rows that are asked for.</summary>
    public static async Task FillAsync(IoTDBDataSource source)
    {
        using Tablet tablet = new(Device, [("v", TsDataType.Double)], EchoRun.Numbers);
        for (int i = 0; i < EchoRun.Numbers; i++)
        {
            tablet.Add((long)i, (double)i);
        }

        await using SessionLease lease = await source.RentAsync();
        await lease.Session.InsertTabletAsync(tablet, sorted: true);
    }
}
