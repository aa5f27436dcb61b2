using System.Diagnostics;

namespace IoTDB.Benchmarks.Measuring;

/// <summary>Medians of one operation and, measured in turns with it, of its limit.</summary>
/// <param name="Nanoseconds">Of one call.</param>
/// <param name="AllocatedBytes">By one call, on its thread.</param>
/// <param name="LimitNanoseconds">Of one call of the limit; null when there is none.</param>
/// <param name="Ratio">Median of the ratios of neighbouring batches: what disturbs the machine disturbs both.</param>
internal sealed record Measurement(double Nanoseconds, double AllocatedBytes, double? LimitNanoseconds, double? Ratio)
{
    public static Measurement Take(Action operation, Action? limit, MeasuringPlan plan)
    {
        WarmUp(operation, plan);
        if (limit is not null)
        {
            WarmUp(limit, plan);
        }

        int calls = Calibrate(operation, plan);
        int limitCalls = limit is null ? 0 : Calibrate(limit, plan);
        double[] times = new double[plan.Repeats];
        double[] limits = new double[plan.Repeats];
        long allocated = 0;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        for (int i = 0; i < plan.Repeats; i++)
        {
            limits[i] = limit is null ? 0 : Batch(limit, limitCalls);
            long before = GC.GetAllocatedBytesForCurrentThread();
            times[i] = Batch(operation, calls);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return new Measurement(
            Median(times),
            allocated / (double)calls / plan.Repeats,
            limit is null ? null : Median(limits),
            limit is null ? null : Median([.. times.Zip(limits, (ours, theirs) => ours / theirs)]));
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void WarmUp(Action operation, MeasuringPlan plan)
    {
        for (int round = 0; round < plan.WarmRounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            int calls = 0;
            do
            {
                operation();
                calls++;
            }
            while (calls < 40 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < plan.WarmMilliseconds);
            Thread.Sleep(120);
        }
    }

    private static int Calibrate(Action operation, MeasuringPlan plan)
    {
        int calls = 1;
        while (true)
        {
            double milliseconds = Batch(operation, calls) * calls / 1e6;
            if (milliseconds >= plan.BatchMilliseconds / 2)
            {
                return Math.Max(1, (int)(calls * plan.BatchMilliseconds / milliseconds));
            }

            calls = (int)Math.Min(calls * 8L, Math.Max(calls + 1, calls * plan.BatchMilliseconds / Math.Max(milliseconds, 0.001)));
        }
    }

    // Nanoseconds of one call.
    private static double Batch(Action operation, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            operation();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }
}
