using IoTDB.Client;
using IoTDB.Client.Tests.Reliability;
using IoTDB.Embedded;

namespace IoTDB.Soak;

/// <summary>Every worker thread is blocked for ten seconds in the middle of calls (F-99): late answers, but no wrong one and no deadlock.</summary>
internal static class StarvedSoak
{
    private static readonly TimeSpan s_blocked = TimeSpan.FromSeconds(10);

    public static async Task<bool> RunAsync(int calls)
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString + ";CommandTimeout=00:00:30").Build();
        await EchoSoak.FillAsync(source);
        EchoRun run = new(source, EchoSoak.Device, seed: Environment.TickCount);
        Task calling = run.RunAsync(calls, callers: 100);
        await Task.Delay(100);
        int workers = Environment.ProcessorCount;
        ThreadPool.SetMinThreads(workers, workers);
        ThreadPool.SetMaxThreads(workers, workers);
        for (int i = 0; i < workers * 4; i++)
        {
            ThreadPool.QueueUserWorkItem(static _ => Thread.Sleep(s_blocked / 4)); // one after another they fill the time
        }

        bool ended = await Task.WhenAny(calling, Task.Delay(TimeSpan.FromMinutes(3))) == calling;
        PoolStatistics pool = source.Statistics;
        Console.WriteLine($"starved: {workers} workers blocked for {s_blocked.TotalSeconds:0} s: {run.Answered} answered, {run.Cancelled} cancelled, {run.Wrong} wrong, {pool.Leased} still lent{(ended ? "" : ", not ended: a deadlock")} (seed {run.Seed})");
        return ended && run.Wrong == 0 && run.Answered + run.Cancelled == calls && pool.Leased == 0;
    }
}
