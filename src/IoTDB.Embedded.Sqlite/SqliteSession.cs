using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Durability;
using IoTDB.Wire.Messages;
using Microsoft.Data.Sqlite;

namespace IoTDB.Embedded.Sqlite;

/// <summary>A server's storage in an SQLite file.</summary>
internal sealed class SqliteSession(StorageFile file) : IStorageSession
{
    private const int MinRowsTidied = 1024;
    private readonly CatalogRows _catalog = new(file);
    private readonly PointRows _points = new(file);
    private int _rowsWritten;

    /// <inheritdoc/>
    public IEnumerable<Change> Read()
    {
        _points.Clear();
        foreach (var change in Guarded(_catalog.Read()))
        {
            if (change is Change.SeriesKept series)
            {
                _points.Add(series.Id, series.Schema.DataType);
            }

            yield return change;
        }

        foreach (var change in Guarded(_points.Read()))
        {
            yield return change;
        }
    }

    /// <inheritdoc/>
    public void Commit(IReadOnlyList<Change> changes) => Guarded(() =>
    {
        _rowsWritten = changes.Count;
        foreach (var change in changes)
        {
            Write(change);
        }
    });

    /// <inheritdoc/>
    public void Tidy()
    {
        if (_points.Due.Count == 0)
        {
            return;
        }

        // As much as keeps up with what is written, so that the work neither piles up nor makes one commit wait for long.
        var budget = Math.Max(MinRowsTidied, 2 * _rowsWritten);
        var merge = new SeriesMerge(file, _points);
        var merged = new Dictionary<long, SeriesLog>();
        Guarded(() =>
        {
            foreach (var series in _points.Due)
            {
                budget -= _points[series].TailRows;
                merged.Add(series, merge.Merge(series));
                if (budget <= 0)
                {
                    break;
                }
            }
        });
        foreach (var (series, log) in merged)
        {
            _points[series] = log;
            _points.Due.Remove(series);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Write(Change change)
    {
        switch (change)
        {
            case Change.PointsWritten written:
                _points.Write(written);
                return;
            case Change.PointsDeleted deleted:
                _points.Write(deleted);
                return;
            case Change.SeriesKept kept:
                _points.Add(kept.Id, kept.Schema.DataType);
                break;
            case Change.SeriesGone gone:
                _points.Drop(gone.Id);
                break;
        }

        _catalog.Write(change);
    }

    private void Guarded(Action work)
    {
        try
        {
            file.InTransaction(work);
        }
        catch (SqliteException failed)
        {
            throw SqliteFailure.ToStatus(failed);
        }
    }

    private static IEnumerable<Change> Guarded(IEnumerable<Change> changes)
    {
        using var each = changes.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext())
                {
                    yield break;
                }
            }
            catch (SqliteException failed)
            {
                throw new StatusException(StatusCode.StorageEngineError, $"The storage cannot be read: {failed.Message}");
            }

            yield return each.Current;
        }
    }
}
