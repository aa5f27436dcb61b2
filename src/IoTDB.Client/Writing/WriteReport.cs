using System.Globalization;
using System.Runtime.ExceptionServices;

namespace IoTDB.Client;

/// <summary>What became of the rows of one write. Safe to call from several threads.</summary>
/// <param name="rows">Rows of the write.</param>
internal sealed class WriteReport(long rows)
{
    private readonly Lock _gate = new(); // guards the list
    private readonly List<WriteFailure> _failures = [];
    private long _acknowledged;

    /// <summary>Counts rows of a part that was acknowledged; rows may be counted again when they were sent again.</summary>
    public void Stored(int count) => Interlocked.Add(ref _acknowledged, count);

    public bool HasFailures => _failures.Count > 0;

    public void Failed(WriteFailure failure)
    {
        lock (_gate)
        {
            _failures.Add(failure);
        }
    }

    /// <exception cref="IoTDBBatchWriteException">Some of several rows were not acknowledged.</exception>
    /// <exception cref="IoTDBException">The only row was not, or all failed together for a reason that is none of theirs.</exception>
    public void ThrowIfAnyFailed()
    {
        if (_failures.Count > 0)
        {
            ExceptionDispatchInfo.Throw(ToException());
        }
    }

    /// <summary>The failures as one exception.</summary>
    public IoTDBException ToException()
    {
        _failures.Sort(static (left, right) =>
            left.Item != right.Item ? left.Item.CompareTo(right.Item) : left.Rows[0].CompareTo(right.Rows[0]));
        IoTDBException first = _failures.MaxBy(static failure => failure.Error.Outcome != Outcome.NotSent)!.Error;
        long failed = CountRows();
        bool isTogether = _acknowledged == 0 && _failures.TrueForAll(failure => ReferenceEquals(failure.Error, first));
        if (isTogether && ((rows == 1 && _failures.Count == 1) || !Refusals.AreAboutRows(first)))
        {
            return first;
        }

        string message = string.Create(
            CultureInfo.InvariantCulture, $"{failed} of {rows} rows were not stored completely. {Describe(_failures[0])}: {first.Message}");
        return new IoTDBBatchWriteException(message, [.. _failures], rows - failed, first)
        {
            StatusCode = first.StatusCode,
            Endpoint = first.Endpoint,
            ServerMessage = first.ServerMessage,
            Outcome = Worst(),
        };
    }

    // Only a row of which measurements were refused can be listed twice.
    private long CountRows()
    {
        long rows = _failures.Sum(static failure => (long)failure.Rows.Count);
        return _failures.Exists(static failure => failure.IsPartialInsert)
            ? _failures.SelectMany(static failure => failure.Rows.Select(row => (failure.Item, row))).Distinct().LongCount()
            : rows;
    }

    private static string Describe(WriteFailure failure) => string.Create(
        CultureInfo.InvariantCulture,
        $"First: {failure.Rows.Count} of item {failure.Item} ('{failure.Device}'), from row {failure.Rows[0]} on{(failure.IsPartialInsert ? $", measurements {string.Join(", ", failure.Measurements)}" : string.Empty)}");

    // Doubt about one row is doubt about the write; a write of which nothing was sent was not sent.
    private Outcome Worst()
    {
        if (_failures.Exists(static failure => failure.Error.Outcome == Outcome.Unknown))
        {
            return Outcome.Unknown;
        }

        return _acknowledged == 0 && _failures.TrueForAll(static failure => failure.Error.Outcome == Outcome.NotSent) ? Outcome.NotSent : Outcome.Rejected;
    }
}
