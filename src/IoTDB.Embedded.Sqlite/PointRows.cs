using IoTDB.Embedded.Engine.Durability;
using Microsoft.Data.Sqlite;

namespace IoTDB.Embedded.Sqlite;

/// <summary>Points and deletions of points, as rows in order of arrival.</summary>
internal sealed class PointRows(StorageFile file)
{
    private const int MaxRow = 8192;
    private readonly Dictionary<long, SeriesLog> _logs = [];

    /// <summary>Series whose rows are worth merging.</summary>
    public HashSet<long> Due { get; } = [];

    /// <summary>What is known of a series.</summary>
    public SeriesLog this[long series]
    {
        get => _logs[series];
        set => _logs[series] = value;
    }

    /// <summary>Forgets all series.</summary>
    public void Clear()
    {
        _logs.Clear();
        Due.Clear();
    }

    /// <summary>Learns of a series, before its points come.</summary>
    public void Add(long series, TsDataType type) => _logs.TryAdd(series, new SeriesLog(type));

    /// <summary>Deletes a series' rows.</summary>
    public void Drop(long series)
    {
        file.Run("DELETE FROM points WHERE series = $0", series);
        file.Run("DELETE FROM deletions WHERE series = $0", series);
        _logs.Remove(series);
        Due.Remove(series);
    }

    /// <summary>Adds points.</summary>
    public void Write(Change.PointsWritten written)
    {
        var log = _logs[written.SeriesId];
        for (var start = 0; start < written.Count; start += MaxRow)
        {
            var times = written.Times.AsSpan(start, Math.Min(MaxRow, written.Count - start));
            var (first, last) = Ends(times);
            Insert(written.SeriesId, log.Add(times.Length, first, last), times, first, last, written.Values, start);
        }

        Check(written.SeriesId, log);
    }

    /// <summary>Adds points that were there before, ascending in time.</summary>
    public void WriteMerged(long series, SeriesLog log, ReadOnlySpan<long> times, Array values) =>
        Insert(series, log.AddMerged(times.Length), times, times[0], times[^1], values, 0);

    /// <summary>Deletes points: whole rows at once, parts of rows by a note that counts for all rows before it.</summary>
    public void Write(Change.PointsDeleted deleted)
    {
        var (series, from, to) = deleted;
        file.Run("DELETE FROM points WHERE series = $0 AND first_time >= $1 AND last_time <= $2", series, from, to);
        var rest = file.Command("SELECT count(*) FROM points WHERE series = $0 AND first_time <= $2 AND last_time >= $1", series, from, to).ExecuteScalar();
        if (rest is > 0L)
        {
            var log = _logs[series];
            file.Run("INSERT INTO deletions VALUES ($0, $1, $2, $3)", series, log.AddDeletion(), from, to);
            Check(series, log);
        }
    }

    /// <summary>All points and deletions in order of arrival, series by series; the logs are counted on the way.</summary>
    public IEnumerable<Change> Read()
    {
        var deletions = ReadDeletions("SELECT series, seq, from_time, to_time FROM deletions ORDER BY series, seq");
        using var rows = file.Command("SELECT series, seq, count, first_time, last_time, data FROM points ORDER BY series, seq").ExecuteReader();
        while (rows.Read())
        {
            var (series, seq, count) = (rows.GetInt64(0), rows.GetInt64(1), rows.GetInt32(2));
            while (deletions.TryPeek(out var next) && (next.Change.SeriesId < series || (next.Change.SeriesId == series && next.Seq < seq)))
            {
                yield return Count(deletions.Dequeue());
            }

            var log = _logs[series];
            log.SkipTo(seq);
            log.Add(count, rows.GetInt64(3), rows.GetInt64(4));
            Check(series, log);
            yield return Decode(rows, series, log.Type, count, 5);
        }

        while (deletions.TryDequeue(out var last))
        {
            yield return Count(last);
        }
    }

    /// <summary>Points and deletions of one series from a number on, in order of arrival.</summary>
    public IEnumerable<Change> ReadSeries(long series, long fromSeq)
    {
        var deletions = ReadDeletions("SELECT series, seq, from_time, to_time FROM deletions WHERE series = $0 ORDER BY seq", series);
        using var rows = file.Command("SELECT seq, count, data FROM points WHERE series = $0 AND seq >= $1 ORDER BY seq", series, fromSeq).ExecuteReader();
        while (rows.Read())
        {
            while (deletions.TryPeek(out var next) && next.Seq < rows.GetInt64(0))
            {
                yield return deletions.Dequeue().Change;
            }

            yield return Decode(rows, series, _logs[series].Type, rows.GetInt32(1), 2);
        }

        foreach (var (change, _) in deletions)
        {
            yield return change;
        }
    }

    private static (long First, long Last) Ends(ReadOnlySpan<long> times)
    {
        var first = times[0];
        var last = times[0];
        foreach (var time in times)
        {
            first = Math.Min(first, time);
            last = Math.Max(last, time);
        }

        return (first, last);
    }

    private static Change.PointsWritten Decode(SqliteDataReader row, long series, TsDataType type, int count, int column)
    {
        var (times, values) = PointBlob.Decode(row.GetFieldValue<byte[]>(column), type, count);
        return new Change.PointsWritten(series, times, values, count);
    }

    private void Insert(long series, long seq, ReadOnlySpan<long> times, long first, long last, Array values, int start) => file.Run(
        "INSERT INTO points VALUES ($0, $1, $2, $3, $4, $5)", series, seq, times.Length, first, last, PointBlob.Encode(times, values, start));

    private void Check(long series, SeriesLog log)
    {
        if (log.HasLongTail || log.IsWasteful)
        {
            Due.Add(series);
        }
    }

    private Change.PointsDeleted Count((Change.PointsDeleted Change, long Seq) deletion)
    {
        var log = _logs[deletion.Change.SeriesId];
        log.SkipTo(deletion.Seq);
        log.AddDeletion();
        return deletion.Change;
    }

    private Queue<(Change.PointsDeleted Change, long Seq)> ReadDeletions(string sql, params ReadOnlySpan<object?> values)
    {
        using var rows = file.Command(sql, values).ExecuteReader();
        var deletions = new Queue<(Change.PointsDeleted, long)>();
        while (rows.Read())
        {
            deletions.Enqueue((new Change.PointsDeleted(rows.GetInt64(0), rows.GetInt64(2), rows.GetInt64(3)), rows.GetInt64(1)));
        }

        return deletions;
    }
}
