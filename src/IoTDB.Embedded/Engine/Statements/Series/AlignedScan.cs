using IoTDB.Embedded.Engine.Schema;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>Which series of an aligned device the server finds by a condition over time while the rows are in its memory.</summary>
/// <remarks>
/// It looks at the rows' times and at one bitmap of missing values a column, kept from the first missing value on. While no column that is asked for has
/// one, every row counts for every column. Where one has and another has not, 2.0.1-beta fails. Rows that were flushed are found as they are.
/// Source: recordings (<c>conditions-over-time.iotdb</c>).
/// </remarks>
internal static class AlignedScan
{
    /// <summary>Of some series of one aligned device those with a point at the times.</summary>
    /// <exception cref="StatusException">301 some columns have missing values and others have none.</exception>
    public static IEnumerable<Series> Find(Device device, IReadOnlyList<Series> series, TimeRanges ranges)
    {
        if (!device.IsUnflushed)
        {
            return series.Where(ranges.HavePointOf);
        }

        var complete = CompleteColumns(device);
        var written = series.Where(one => one.Data.Count > 0).ToList();
        if (written.All(complete.Contains))
        {
            return written.Count > 0 && complete.Any(ranges.HavePointOf) ? series : [];
        }

        return series.Count > written.Count || written.Any(complete.Contains)
            ? throw new StatusException(StatusCode.ExecuteStatementError, "Cannot invoke \"java.util.List.isEmpty()\" because \"bitMaps\" is null")
            : series.Where(ranges.HavePointOf);
    }

    // The columns with a value in every row of the device.
    private static HashSet<Series> CompleteColumns(Device device)
    {
        var written = device.Members.Where(series => series.Data.Count > 0).ToList();
        if (written.Count == 0)
        {
            return [];
        }

        var longest = written.MaxBy(series => series.Data.Count)!;
        return written.TrueForAll(series => series == longest || IsWithin(series, longest))
            ? [.. written.Where(series => series.Data.Count == longest.Data.Count)]
            : [];
    }

    private static bool IsWithin(Series series, Series longest)
    {
        using var all = Times(longest).GetEnumerator();
        foreach (var time in Times(series))
        {
            do
            {
                if (!all.MoveNext())
                {
                    return false;
                }
            }
            while (all.Current < time);

            if (all.Current > time)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<long> Times(Series series) =>
        series.Data.Read(long.MinValue, long.MaxValue).SelectMany(slice => Enumerable.Range(0, slice.Count).Select(index => slice.Times[index]));
}
