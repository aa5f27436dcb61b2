using System.Diagnostics;
using IoTDB.Client.Tests.Pooling;

namespace IoTDB.Soak;

/// <summary>The pool against its reference model, over many more schedules than a build can afford.</summary>
internal static class PoolSoak
{
    public static bool Run(int schedules)
    {
        int first = Environment.TickCount & 0xFFFFFF;
        Stopwatch watch = Stopwatch.StartNew();
        for (int seed = first; seed < first + schedules; seed++)
        {
            PoolSchedule schedule = PoolSchedule.FromSeed(seed);
            if (PoolModelRun.Run(schedule).Difference is { } difference)
            {
                Console.WriteLine($"pool: {difference}\n{schedule}");
                return false;
            }
        }

        Console.WriteLine($"pool: {schedules} schedules in {watch.Elapsed.TotalSeconds:0} s, no difference to the model (seeds from {first})");
        return true;
    }
}
