using IoTDB.Embedded.Engine.Storage;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Values in the form a series stores: an array of the physical type, and which of them are there.</summary>
/// <param name="Values">One slot a row; <c>bool[]</c>, <c>int[]</c>, <c>long[]</c>, <c>float[]</c>, <c>double[]</c> or <c>byte[][]</c>.</param>
/// <param name="Absent">True where a row has no value; null if every row has one.</param>
internal readonly record struct PointColumn(Array Values, bool[]? Absent)
{
    /// <summary>Stores the rows that have a value and are not older than <paramref name="oldest"/>.</summary>
    public void WriteTo(SeriesData data, long[] times, long oldest)
    {
        switch (Values)
        {
            case bool[] values:
                Write((SeriesData<bool>)data, times, values, oldest);
                break;
            case int[] values:
                Write((SeriesData<int>)data, times, values, oldest);
                break;
            case long[] values:
                Write((SeriesData<long>)data, times, values, oldest);
                break;
            case float[] values:
                Write((SeriesData<float>)data, times, values, oldest);
                break;
            case double[] values:
                Write((SeriesData<double>)data, times, values, oldest);
                break;
            default:
                Write((SeriesData<byte[]>)data, times, (byte[][])Values, oldest);
                break;
        }
    }

    private void Write<T>(SeriesData<T> data, long[] times, T[] values, long oldest)
    {
        if (Absent is null && oldest == long.MinValue)
        {
            data.Write(times, values);
            return;
        }

        var keptTimes = new long[times.Length];
        var keptValues = new T[times.Length];
        var kept = 0;
        for (var i = 0; i < times.Length; i++)
        {
            if (Absent?[i] != true && times[i] >= oldest)
            {
                keptTimes[kept] = times[i];
                keptValues[kept++] = values[i];
            }
        }

        data.Write(keptTimes.AsSpan(0, kept), keptValues.AsSpan(0, kept));
    }
}
