using System.Buffers;
using IoTDB.Client;
using IoTDB.Orm.Generated;

namespace IoTDB.Orm.Writing;

/// <summary>Brings the rows of a device into an order a tablet may have: times ascending, none twice.</summary>
/// <remarks>
/// Rows of one time are written one after the other, in as many waves as the time occurs, because servers lost values of
/// such rows within one tablet (reliability.md F-103); between requests they merge as they should. Sorted rows cost one comparison each.
/// </remarks>
internal static class RowOrder
{
    /// <summary>Orders the rows, and says where each wave ends.</summary>
    /// <exception cref="ArgumentException">A row has no time that can be stored.</exception>
    internal static int[] Arrange<T>(RowGroup<T> group, DeviceCodec<T> codec, TimeScale scale)
        where T : class, IDeviceEntity<T>
    {
        long[] times = ArrayPool<long>.Shared.Rent(group.Count);
        try
        {
            return ReadTimes(group, codec, scale, times) ? [group.Count] : Sort(group, times.AsSpan(0, group.Count));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(times);
        }
    }

    private static bool ReadTimes<T>(RowGroup<T> group, DeviceCodec<T> codec, TimeScale scale, long[] times)
        where T : class, IDeviceEntity<T>
    {
        bool isAscending = true;
        int index = 0;
        try
        {
            foreach (T row in group.Rows)
            {
                times[index] = codec.TimeOf(row, scale);
                isAscending &= index == 0 || times[index - 1] < times[index];
                index++;
            }
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException($"Row {group.PositionOf(index)} of {group.Device} cannot be stored: {problem.Message}", problem);
        }

        return isAscending;
    }

    private static int[] Sort<T>(RowGroup<T> group, Span<long> times)
        where T : class, IDeviceEntity<T>
    {
        var order = new int[times.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        times.Sort(order.AsSpan());
        var waves = new int[times.Length];
        int waveCount = 1;
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            while (end < order.Length && times[end] == times[start])
            {
                end++;
            }

            // The sort does not keep the order of equal times; the caller's order decides which value wins.
            order.AsSpan(start, end - start).Sort();
            for (int i = start; i < end; i++)
            {
                waves[i] = i - start;
            }

            waveCount = Math.Max(waveCount, end - start);
            start = end;
        }

        if (waveCount == 1)
        {
            group.Reorder(order);
            return [order.Length];
        }

        return Spread(group, order, waves, waveCount);
    }

    /// <summary>Puts the first rows of all times in front, then the second ones, and so on.</summary>
    private static int[] Spread<T>(RowGroup<T> group, int[] order, int[] waves, int waveCount)
        where T : class, IDeviceEntity<T>
    {
        var ends = new int[waveCount];
        foreach (int wave in waves)
        {
            ends[wave]++;
        }

        var next = new int[waveCount];
        for (int wave = 1; wave < waveCount; wave++)
        {
            next[wave] = ends[wave - 1];
            ends[wave] += ends[wave - 1];
        }

        var spread = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            spread[next[waves[i]]++] = order[i];
        }

        group.Reorder(spread);
        return ends;
    }
}
