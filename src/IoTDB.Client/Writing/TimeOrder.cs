namespace IoTDB.Client;

/// <summary>Brings times into an order a tablet may have: ascending, none twice.</summary>
/// <remarks>
/// Rows of one time are written one after the other, in as many waves as the time occurs, because servers lost values of
/// such rows within one tablet (reliability.md F-103); between requests they merge as they should. Sorted rows cost one comparison each.
/// </remarks>
internal static class TimeOrder
{
    /// <summary>Whether every time is later than the one before.</summary>
    public static bool IsStrictlyAscending(ReadOnlySpan<long> times)
    {
        for (int i = 1; i < times.Length; i++)
        {
            if (times[i] <= times[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether no time is earlier than the one before.</summary>
    /// <param name="times">The times.</param>
    /// <param name="earlier">The first that is.</param>
    public static bool IsAscending(ReadOnlySpan<long> times, out int earlier)
    {
        for (earlier = 1; earlier < times.Length; earlier++)
        {
            if (times[earlier] < times[earlier - 1])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rows by time; of two with one time the later one stays the later one: the server lets it win.</summary>
    /// <param name="times">The times; sorted on the way.</param>
    /// <returns>Which row goes where: row <c>order[i]</c> becomes row <c>i</c>.</returns>
    public static int[] Stable(Span<long> times)
    {
        int[] order = new int[times.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        times.Sort(order.AsSpan());
        for (int start = 0; start < order.Length;)
        {
            int end = EndOfRun(times, start);
            order.AsSpan(start, end - start).Sort(); // the sort above does not keep the order of equal times
            start = end;
        }

        return order;
    }

    /// <summary>The first rows of all times in front, ascending, then the second ones, and so on.</summary>
    /// <param name="times">The times; sorted on the way.</param>
    /// <param name="waveEnds">Where each wave ends; its last element is the number of rows.</param>
    /// <returns>As for <see cref="Stable"/>.</returns>
    public static int[] InWaves(Span<long> times, out int[] waveEnds)
    {
        int[] order = Stable(times);
        int[] waves = new int[order.Length];
        int waveCount = 1;
        for (int start = 0; start < order.Length;)
        {
            int end = EndOfRun(times, start);
            for (int i = start; i < end; i++)
            {
                waves[i] = i - start;
            }

            waveCount = Math.Max(waveCount, end - start);
            start = end;
        }

        waveEnds = new int[waveCount];
        return Spread(order, waves, waveEnds);
    }

    private static int EndOfRun(ReadOnlySpan<long> times, int start)
    {
        int end = start + 1;
        while (end < times.Length && times[end] == times[start])
        {
            end++;
        }

        return end;
    }

    private static int[] Spread(int[] order, int[] waves, int[] ends)
    {
        foreach (int wave in waves)
        {
            ends[wave]++;
        }

        int[] next = new int[ends.Length];
        for (int wave = 1; wave < ends.Length; wave++)
        {
            next[wave] = ends[wave - 1];
            ends[wave] += ends[wave - 1];
        }

        int[] spread = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            spread[next[waves[i]]++] = order[i];
        }

        return spread;
    }
}
