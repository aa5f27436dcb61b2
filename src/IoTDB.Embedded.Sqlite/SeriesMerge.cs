using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Engine.Storage;

namespace IoTDB.Embedded.Sqlite;

/// <summary>Writes rows of a series anew: many small ones as few large ones, without what was overwritten or deleted.</summary>
internal sealed class SeriesMerge(StorageFile file, PointRows points)
{
    /// <summary>Merges the tail of a series, or everything if much of it is waste. Runs inside a transaction.</summary>
    /// <returns>What is known of the series once the transaction is committed.</returns>
    public SeriesLog Merge(long series)
    {
        var log = points[series].Copy();
        var isWhole = log.IsWasteful;
        var from = isWhole ? 0 : log.TailStart;
        var merged = SeriesData.Create(log.Type);
        var replaced = 0L;
        foreach (var change in points.ReadSeries(series, from))
        {
            if (change is Change.PointsWritten written)
            {
                replaced += written.Count;
            }

            Replay.Apply(merged, change);
        }

        file.Run("DELETE FROM points WHERE series = $0 AND seq >= $1", series, from);
        if (isWhole)
        {
            file.Run("DELETE FROM deletions WHERE series = $0", series);
            log.TakeAll();
        }
        else
        {
            log.TakeTail(replaced);
        }

        foreach (var slice in Whole(merged, series, log.Type))
        {
            points.WriteMerged(series, log, slice.Times, ValuesOf(slice, log.Type));
        }

        return log;
    }

    // Deletions leave short pieces; written one after the other they are whole again.
    private static IReadOnlyList<ColumnSlice> Whole(SeriesData merged, long series, TsDataType type)
    {
        var slices = merged.Read(long.MinValue, long.MaxValue);
        if (slices.All(slice => slice.Count >= SeriesLog.LargeRow))
        {
            return slices;
        }

        var whole = SeriesData.Create(type);
        foreach (var slice in slices)
        {
            Replay.Apply(whole, new Change.PointsWritten(series, slice.Times.ToArray(), ValuesOf(slice, type), slice.Count));
        }

        return whole.Read(long.MinValue, long.MaxValue);
    }

    private static Array ValuesOf(ColumnSlice slice, TsDataType type) => type switch
    {
        TsDataType.Boolean => slice.Booleans.ToArray(),
        TsDataType.Int32 or TsDataType.Date => slice.Ints.ToArray(),
        TsDataType.Int64 or TsDataType.Timestamp => slice.Longs.ToArray(),
        TsDataType.Float => slice.Floats.ToArray(),
        TsDataType.Double => slice.Doubles.ToArray(),
        _ => slice.Blobs.ToArray(),
    };
}
