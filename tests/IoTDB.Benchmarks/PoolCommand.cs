using System.CommandLine;
using System.Globalization;
using IoTDB.Benchmarks.Measuring;
using IoTDB.Benchmarks.Pooling;

namespace IoTDB.Benchmarks;

/// <summary><c>pool</c>: renting and returning sessions, uncontended, contended and in vain, beside what reliability.md 15 asks.</summary>
internal static class PoolCommand
{
    private const double MaxNanoseconds = 500;
    private const double MaxSeconds = 0.2;
    private const double MaxLateMilliseconds = 250;
    private const int MaxThreads = 4;
    private const int Rounds = 5;

    public static Command Create()
    {
        Option<bool> quick = new("--quick") { Description = "A short run, for a look." };
        Command command = new("pool", "Measures the session pool.") { quick };
        command.SetAction((result, _) => RunAsync(result.GetValue(quick) ? MeasuringPlan.Quick : MeasuringPlan.Full));
        return command;
    }

    private static async Task<int> RunAsync(MeasuringPlan plan)
    {
        Measurement alone = await SessionPoolBenchmarks.UncontendedAsync(plan);
        bool good = Print("rent and return, the pool alone", $"{alone.Nanoseconds:F0} ns, {alone.AllocatedBytes:F0} B", alone.Nanoseconds <= MaxNanoseconds && alone.AllocatedBytes < 1);
        Measurement session = await SessionPoolBenchmarks.SessionAsync(plan);
        Print("rent and return a session, its socket polled", $"{session.Nanoseconds:F0} ns, {session.AllocatedBytes:F0} B", session.AllocatedBytes < 1);

        (double Seconds, int Threads)[] served = new (double, int)[Rounds];
        double[] unpooled = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            served[i] = await SessionPoolBenchmarks.ContendedAsync(200);
            unpooled[i] = await SessionPoolBenchmarks.UnpooledAsync(200);
        }

        double seconds = served.Select(run => run.Seconds).Order().ElementAt(Rounds / 2);
        int threads = served.Max(run => run.Threads);
        good &= Print(
            "200 callers, 8 sessions, a server of 5 ms",
            $"{seconds:F3} s (without a pool {unpooled.Order().ElementAt(Rounds / 2):F3}), {threads} threads added",
            seconds <= MaxSeconds && threads <= MaxThreads);

        (double first, double last, int added) = await SessionPoolBenchmarks.ExhaustedAsync(10_000);
        good &= Print("10,000 callers of an exhausted pool", $"answered {first:F0} to {last:F0} ms after the timeout, {added} threads added", last <= MaxLateMilliseconds && added <= MaxThreads);
        return good ? 0 : 1;
    }

    private static bool Print(string what, FormattableString value, bool good)
    {
        Console.WriteLine($"{what,-46} {value.ToString(CultureInfo.InvariantCulture)}{(good ? "" : "  MISSED")}");
        return good;
    }
}
