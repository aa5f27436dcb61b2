using System.Buffers;
using System.Globalization;
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
            throw Unsendable.At($"Row {group.PositionOf(index)} of {group.Device} (its time)", null, null, problem, more: "Leave such rows out, or mend them.");
        }
    }

    /// <summary>The time of a row for people: an instant, where it is one.</summary>
    internal static string TimeOf<T>(T row, DeviceCodec<T> codec, TimeScale scale)
        where T : class, IDeviceEntity<T>
    {
        long time = codec.TimeOf(row, scale);
        try
        {
            return scale.ToDateTimeOffset(time).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        }
        catch (ArgumentOutOfRangeException)
        {
            return time.ToString(CultureInfo.InvariantCulture);
        }
    }
}
