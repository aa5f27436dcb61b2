using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>Some rows of an insert were not acknowledged. Rows that are not listed were: they are stored.</summary>
/// <remarks>
/// Refused rows are singled out by sending parts of a refused request again; where a measurement was refused the other values of the row are stored.
/// Of rows that are <see cref="FailureCertainty.Unresolved"/> the server may have stored some, too. Inserting them again is harmless.
/// Transient only if every failure is.
/// </remarks>
public sealed class IoTDBBatchException : IoTDBException
{
    internal IoTDBBatchException(IReadOnlyList<BatchFailure> failures, InsertResult stored, Exception cause)
        : base(Describe(failures, stored), cause)
    {
        Failures = failures;
        Stored = stored;
        StatusCode = failures[0].StatusCode;
        Transient = failures.All(static failure => failure.IsTransient);
        Outcome = (cause as IoTDBException)?.Outcome ?? default;
        Endpoint = (cause as IoTDBException)?.Endpoint;
    }

    /// <summary>What failed, one entry a device and request.</summary>
    public IReadOnlyList<BatchFailure> Failures { get; }

    /// <summary>What was acknowledged.</summary>
    public InsertResult Stored { get; }

    private static string Describe(IReadOnlyList<BatchFailure> failures, InsertResult stored)
    {
        BatchFailure first = failures[0];
        long rows = failures.Sum(static failure => (long)failure.RowCount);
        string more = failures.Count == 1 ? "" : $" There are {failures.Count - 1} more failures; see {nameof(Failures)}.";
        return $"{rows} rows were not stored, {stored.Rows} were. {first.Device}: {first.RowCount} rows from row {first.FirstRow} on{What(first)}: {first.Message}{more}";
    }

    private static string What(BatchFailure failure) =>
        failure.Measurements.Count == 0 ? "" : $", measurements {string.Join(", ", failure.Measurements)}";
}
