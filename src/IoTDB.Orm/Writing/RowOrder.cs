using System.Buffers;
using IoTDB.Client;
using IoTDB.Orm.Generated;

namespace IoTDB.Orm.Writing;

/// <summary>Brings the rows of a device into an order a tablet may have; see <see cref="TimeOrder"/>.</summary>
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
            Span<long> used = times.AsSpan(0, group.Count);
            ReadTimes(group, codec, scale, used);
            if (TimeOrder.IsStrictlyAscending(used))
            {
                return [group.Count];
            }

            group.Reorder(TimeOrder.InWaves(used, out int[] waves));
            return waves;
        }
        finally
        {
            ArrayPool<long>.Shared.Return(times);
        }
    }

    private static void ReadTimes<T>(RowGroup<T> group, DeviceCodec<T> codec, TimeScale scale, Span<long> times)
        where T : class, IDeviceEntity<T>
    {
        int index = 0;
        try
        {
            foreach (T row in group.Rows)
            {
                times[index] = codec.TimeOf(row, scale);
                index++;
            }
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException($"Row {group.PositionOf(index)} of {group.Device} cannot be stored: {problem.Message}", problem);
        }
    }
}
