using IoTDB.Client;
using IoTDB.Client.Tests.Reliability;
using IoTDB.Testing;

namespace IoTDB.Soak;

/// <summary>One of three nodes is killed and booted again under eight writers: no repeatable call fails (N-04).</summary>
internal static class NodeSoak
{
    public static async Task<bool> RunAsync(int rounds)
    {
        await using RealCluster cluster = await RealCluster.StartAsync(3);
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(cluster.ConnectionString + ";CommandTimeout=00:01:00;OutageWait=00:00:30").Build();
        int failed = 0;
        for (int round = 1; round <= rounds; round++)
        {
            int node = (round % 3) + 1;
            WriterRun run = new(source, "root.soak", writers: 8); // one database: each costs a node memory
            using CancellationTokenSource stop = new();
            Task writing = run.RunAsync(stop.Token);
            await Task.Delay(TimeSpan.FromSeconds(3));
            await cluster.KillAsync(node);
            await Task.Delay(TimeSpan.FromSeconds(5));
            int during = run.Acknowledged;
            await cluster.BootAsync(node);
            await Task.Delay(TimeSpan.FromSeconds(3));
            await stop.CancelAsync();
            await writing;
            failed += run.Failures.Count;
            Console.WriteLine($"node: round {round}, node {node} killed: {run.Acknowledged} acknowledged ({during} when it was booted), {run.Failures.Count} calls failed, longest pause {run.LongestGap.TotalSeconds:0.0} s");
            foreach (Exception failure in run.Failures.Take(3))
            {
                Console.WriteLine($"node:   {failure.GetType().Name}: {failure.Message}");
            }
        }

        Console.WriteLine($"node: {rounds} rounds, {failed} calls failed");
        return failed == 0;
    }
}
