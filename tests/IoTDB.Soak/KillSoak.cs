using IoTDB.Client;
using IoTDB.Client.Tests.Reliability;
using IoTDB.Testing;

namespace IoTDB.Soak;

/// <summary>A server that is killed while eight writers insert: what it acknowledged must be there after its restart, if its log is written synchronously.</summary>
internal static class KillSoak
{
    public static async Task<bool> RunAsync(int rounds, string walMode)
    {
        await using RealCluster server = await RealCluster.StartAsync(1, $"wal_mode={walMode}");
        int lost = 0;
        int acknowledged = 0;
        for (int round = 1; round <= rounds; round++)
        {
            await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString + ";OutageWait=00:00:20").Build();
            WriterRun run = new(source, $"root.soak.round{round}", writers: 8);
            using CancellationTokenSource stop = new();
            Task writing = run.RunAsync(stop.Token);
            await Task.Delay(TimeSpan.FromSeconds(1) + TimeSpan.FromMilliseconds(Random.Shared.Next(1500)));
            while (run.Acknowledged < 100)
            {
                await Task.Delay(50); // without rows that were acknowledged none can be lost
            }

            int before = run.Acknowledged;
            await server.KillAsync(1);
            await server.BootAsync(1);
            while (run.Acknowledged <= before + 8 && !writing.IsCompleted)
            {
                await Task.Delay(50); // until the writers are served again
            }

            await stop.CancelAsync();
            await writing;
            List<(int Writer, long Time)> missing = await run.MissingAsync(source);
            lost += missing.Count;
            acknowledged += run.Acknowledged;
            Console.WriteLine($"kill: wal_mode={walMode} round {round}: {run.Acknowledged} acknowledged ({before} before the kill), {missing.Count} lost, {run.Failures.Count} calls failed, longest pause {run.LongestGap.TotalSeconds:0.0} s");
        }

        Console.WriteLine($"kill: wal_mode={walMode}: {acknowledged} acknowledged in {rounds} rounds, {lost} lost");
        return lost == 0 || walMode != "SYNC";
    }
}
