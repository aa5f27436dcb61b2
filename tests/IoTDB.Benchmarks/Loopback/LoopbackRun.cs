using System.Diagnostics;
using IoTDB.Benchmarks.Rows;
using IoTDB.Client;
using IoTDB.Wire.Blocks;

namespace IoTDB.Benchmarks.Loopback;

/// <summary>Callers that encode objects and insert them, each on a session of its own, for a while.</summary>
internal static class LoopbackRun
{
    public static async Task<LoopbackResult> TakeAsync(LoopbackPlan plan, int callers, CancellationToken token)
    {
        MixedReading[] rows = MixedReading.Of(MixedColumns.Make(plan.Rows, missing: 0));
        IoTDBDataSourceBuilder builder = new($"Host=127.0.0.1;Port={plan.Port};Username=root;Password=root;MaxOpen={callers}");
        IoTDBDataSource source = builder.Build();
        await using (source)
        {
            SessionLease[] leases = await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ => await source.RentAsync(token)));
            await OnceAsync(leases, rows, TimeSpan.FromSeconds(1), token);
            List<LoopbackResult> runs = [];
            for (int i = 0; i < plan.Repeats; i++)
            {
                runs.Add(await MeasureAsync(leases, rows, plan.Duration, token));
            }

            foreach (SessionLease lease in leases)
            {
                await lease.DisposeAsync();
            }

            return new LoopbackResult(
                Median(runs, run => run.RowsPerSecond), Median(runs, run => run.NanosecondsPerRow), Median(runs, run => run.BytesPerCall));
        }
    }

    private static async Task<LoopbackResult> MeasureAsync(SessionLease[] leases, MixedReading[] rows, TimeSpan duration, CancellationToken token)
    {
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        long calls = await OnceAsync(leases, rows, duration, token);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double nanoseconds = (Environment.CpuUsage.TotalTime - cpu).TotalNanoseconds;
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        double sent = calls * (double)rows.Length;
        return new LoopbackResult(sent / seconds, nanoseconds / sent, bytes / (double)calls);
    }

    private static async Task<long> OnceAsync(SessionLease[] leases, MixedReading[] rows, TimeSpan duration, CancellationToken token)
    {
        long start = Stopwatch.GetTimestamp();
        long[] calls = await Task.WhenAll(leases.Select(lease => Task.Run(
            async () =>
            {
                long count = 0;
                while (Stopwatch.GetElapsedTime(start) < duration)
                {
                    using InsertFrame frame = InsertFrame.Rent(lease.Session.Protocol);
                    MixedReading.Model.Write(frame, MixedColumns.Device, rows, default);
                    await lease.Session.InsertAsync(frame, token);
                    count++;
                }

                return count;
            },
            token)));
        return calls.Sum();
    }

    private static double Median(List<LoopbackResult> runs, Func<LoopbackResult, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);
}
