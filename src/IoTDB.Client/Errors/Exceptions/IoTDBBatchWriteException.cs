namespace IoTDB.Client;

/// <summary>A write of several rows was not stored completely; rows that are not listed were acknowledged.</summary>
public sealed class IoTDBBatchWriteException : IoTDBException
{
    /// <summary>A partly failed write.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="failures">What was not acknowledged.</param>
    /// <param name="succeededCount">Rows that were.</param>
    /// <param name="innerException">The first failure.</param>
    public IoTDBBatchWriteException(string message, IReadOnlyList<WriteFailure> failures, long succeededCount, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(failures);
        Failures = failures;
        SucceededCount = succeededCount;
        Transient = failures.Count > 0 && failures.All(failure => failure.Error.IsTransient);
    }

    /// <summary>Rows that were not acknowledged, and why.</summary>
    public IReadOnlyList<WriteFailure> Failures { get; }

    /// <summary>Rows that were acknowledged.</summary>
    public long SucceededCount { get; }
}
