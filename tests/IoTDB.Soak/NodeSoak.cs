using IoTDB.Client;
using IoTDB.Client.Tests.Reliability;
using IoTDB.Testing;

namespace IoTDB.Soak;

/// <summary>One of three nodes is killed and booted again under eight writers: no repeatable call fails (N-04), and writing goes on within five seconds.</summary>
internal static class NodeSoak
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    /// <param name="rounds">How often.</param>
    /// <param name="fresh">
    /// Writes to a new database as well, and kills while the cluster makes its regions. The server answers none of those writes until it knows
    /// that the node is dead; the writes beside them show whether the client adds anything to that.
    /// </param>
    /// <param name="log">Shows what the client logs.</param>
    public static async Task<bool> RunAsync(int rounds, bool fresh, bool log)
    {
        int failed = 0;
        int late = 0;
        await using RealCluster cluster = await RealCluster.StartAsync(3);
        for (int round = 1; round <= rounds; round++)
        {
            (int failures, TimeSpan pause) = await RoundAsync(cluster, round, fresh, log);
            failed += failures;
            late += pause > s_longestPause ? 1 : 0;
        }

        Console.WriteLine($"node: {rounds} rounds{(fresh ? ", each killed while regions were made" : "")}: {failed} calls failed, {late} pauses above {s_longestPause.TotalSeconds:0} s");
        return failed == 0 && late == 0;
    }

    private static async Task<(int Failures, TimeSpan Pause)> RoundAsync(RealCluster cluster, int round, bool fresh, bool log)
    {
        int node = (round % 3) + 1;
        IoTDBDataSourceBuilder builder = new(cluster.ConnectionString + ";CommandTimeout=00:01:00;OutageWait=00:00:30;MaxOpen=24");
        await using IoTDBDataSource source = (log ? builder.UseLoggerFactory(new TimedLog()) : builder).Build();
        WriterRun settled = new(source, "root.soak", writers: 8); // one database: each costs a node memory
        WriterRun newcomer = new(source, $"root.soak_new{round}", writers: fresh ? 4 : 0);
        using CancellationTokenSource stop = new();
        Task writing = settled.RunAsync(stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(3));
        while (settled.Acknowledged < 1000)
        {
            await Task.Delay(50); // in the first round its regions are made as well
        }

        Task beginning = newcomer.RunAsync(stop.Token);
        await Task.Delay(TimeSpan.FromMilliseconds(fresh ? Random.Shared.Next(50, 1500) : 0));
        settled.ForgetGaps();
        newcomer.ForgetGaps();
        await cluster.KillAsync(node);
        await Task.Delay(TimeSpan.FromSeconds(5));
        int during = settled.Acknowledged;
        await cluster.BootAsync(node);
        await Task.Delay(TimeSpan.FromSeconds(3));
        await stop.CancelAsync();
        await Task.WhenAll(writing, beginning);
        Console.WriteLine($"node: round {round}, node {node} killed: {settled.Acknowledged} acknowledged ({during} when it was booted), {settled.Failures.Count} calls failed, longest pause {settled.LongestGap.TotalSeconds:0.0} s");
        if (fresh)
        {
            Console.WriteLine($"node:   new database: {newcomer.Acknowledged} acknowledged, {newcomer.Failures.Count} calls failed, longest pause {newcomer.LongestGap.TotalSeconds:0.0} s");
        }

        foreach (Exception failure in settled.Failures.Concat(newcomer.Failures).Take(3))
        {
            Console.WriteLine($"node:   {failure.GetType().Name}: {failure.Message}");
        }

        return (settled.Failures.Count + newcomer.Failures.Count, settled.LongestGap);
    }
}
