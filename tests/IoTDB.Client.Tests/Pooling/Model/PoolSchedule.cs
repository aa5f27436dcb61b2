namespace IoTDB.Client.Tests.Pooling;

/// <summary>What happens to a pool, in order; every list of numbers is a schedule, so that each part of a failing one is one too.</summary>
/// <param name="Seed">What it was drawn from; prints with it.</param>
/// <param name="Limits">Chooses the limits of the pool.</param>
/// <param name="Steps">Each chooses what happens and to whom.</param>
internal sealed record PoolSchedule(int Seed, int Limits, IReadOnlyList<int> Steps)
{
    private const int Longest = 40;

    /// <summary>The schedule of a seed; the same one each time.</summary>
    public static PoolSchedule FromSeed(int seed)
    {
        Random random = new(seed);
        return new PoolSchedule(seed, random.Next(), [.. Enumerable.Range(0, random.Next(1, Longest)).Select(_ => random.Next())]);
    }

    /// <summary>Shorter schedules that may fail as well.</summary>
    public IEnumerable<PoolSchedule> Shorter()
    {
        for (int length = Steps.Count / 2; length > 0; length /= 2)
        {
            for (int from = 0; from + length <= Steps.Count; from += length)
            {
                yield return this with { Steps = [.. Steps.Take(from), .. Steps.Skip(from + length)] };
            }
        }
    }

    public PoolOptions Options()
    {
        TimeSpan[] waits = [TimeSpan.Zero, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan];
        return Limited(Limits) with
        {
            AcquireTimeout = waits[(Limits >> 4) % 4],
            MaxLifetime = (Limits >> 6) % 2 == 0 ? TimeSpan.Zero : PoolModelRun.Tick,
            MaxIdleTime = (Limits >> 7) % 2 == 0 ? TimeSpan.Zero : PoolModelRun.Tick,
        };
    }

    public static PoolOptions Limited(int choice) => new() { MaxOpen = 1 + (choice % 4), MaxIdle = (choice >> 2) % 4 == 3 ? null : (choice >> 2) % 4 };

    public override string ToString() => $"seed {Seed}, limits {Limits}, steps [{string.Join(", ", Steps)}]";
}
