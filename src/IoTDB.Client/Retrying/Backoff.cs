namespace IoTDB.Client;

/// <summary>How long to wait before a repeat: doubling, with full jitter.</summary>
/// <param name="random">Numbers from 0 to below 1.</param>
internal sealed class Backoff(Func<double> random)
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_slowFirst = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_slowLongest = TimeSpan.FromSeconds(30);

    /// <summary>The wait before repeat number <paramref name="repeat"/>, from 1.</summary>
    /// <param name="repeat">Which repeat.</param>
    /// <param name="slow">For servers that are read-only: from 1 s to 30 s, and never less than half of it.</param>
    public TimeSpan Before(int repeat, bool slow = false)
    {
        TimeSpan ceiling = Doubled(slow ? s_slowFirst : s_first, slow ? s_slowLongest : s_longest, repeat - 1);
        return slow ? (ceiling / 2) + (ceiling / 2 * random()) : ceiling * random();
    }

    /// <summary>The wait between two tries while a fail-over goes on: 1 s to 2 s.</summary>
    public TimeSpan InFailOver() => s_slowFirst + ((s_longest - s_slowFirst) * random());

    /// <summary>A time doubled so often, up to a bound.</summary>
    public static TimeSpan Doubled(TimeSpan first, TimeSpan longest, int times)
    {
        double doubled = first.Ticks * Math.Pow(2, Math.Clamp(times, 0, 60));
        return doubled >= longest.Ticks ? longest : TimeSpan.FromTicks((long)doubled);
    }
}
