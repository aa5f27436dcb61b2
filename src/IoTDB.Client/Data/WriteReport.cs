using System.Globalization;

namespace IoTDB.Client;

/// <summary>What became of the rows of one write that took several requests.</summary>
internal sealed class WriteReport(long rows)
{
    private readonly List<WriteFailure> _failures = [];
    private long _stored;

    public void Stored(long count) => _stored += count;

    public void Failed(WriteFailure failure) => _failures.Add(failure);

    /// <summary>Whether a failure is about what was written, so that other rows may well be stored.</summary>
    public static bool ConcernsRowsOnly(IoTDBException failure) =>
        failure is IoTDBDataRejectedException or IoTDBSchemaException or IoTDBSyntaxException or IoTDBAuthorizationException;

    /// <exception cref="IoTDBBatchWriteException">Some rows were not acknowledged.</exception>
    public void ThrowIfAnyFailed()
    {
        if (_failures.Count == 0)
        {
            return;
        }

        IoTDBException first = _failures[0].Error;
        string message = string.Create(
            CultureInfo.InvariantCulture, $"{rows - _stored} of {rows} rows were not acknowledged. The first failure: {first.Message}");
        throw new IoTDBBatchWriteException(message, _failures, _stored, first)
        {
            StatusCode = first.StatusCode,
            Endpoint = first.Endpoint,
            ServerMessage = first.ServerMessage,
            Outcome = _failures.Any(failure => failure.Error.Outcome == Outcome.Unknown) ? Outcome.Unknown : Outcome.Rejected,
        };
    }
}
