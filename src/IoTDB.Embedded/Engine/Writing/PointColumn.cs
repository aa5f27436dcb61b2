using IoTDB.Embedded.Engine.Schema;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Values in the form a series stores: an array of the physical type, and which of them are there.</summary>
/// <param name="Values">One slot a row; <c>bool[]</c>, <c>int[]</c>, <c>long[]</c>, <c>float[]</c>, <c>double[]</c> or <c>byte[][]</c>.</param>
/// <param name="Absent">True where a row has no value; null if every row has one.</param>
internal readonly record struct PointColumn(Array Values, bool[]? Absent)
{
    /// <summary>Stores the rows that have a value and are not older than <paramref name="oldest"/>.</summary>
    public void WriteTo(Series series, long[] times, long oldest)
    {
        switch (Values)
        {
            case bool[] values:
                Write(series, times, values, oldest);
                break;
            case int[] values:
                Write(series, times, values, oldest);
                break;
            case long[] values:
                Write(series, times, values, oldest);
                break;
            case float[] values:
                Write(series, times, values, oldest);
                break;
            case double[] values:
                Write(series, times, values, oldest);
                break;
            default:
                Write(series, times, (byte[][])Values, oldest);
                break;
        }
    }

    private void Write<T>(Series series, long[] times, T[] values, long oldest)
    {
        if (Absent is null && oldest == long.MinValue)
        {
            series.Write(times, values, times.Length);
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

        series.Write(keptTimes, keptValues, kept);
    }
}
