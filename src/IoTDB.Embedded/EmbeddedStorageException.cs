namespace IoTDB.Embedded;

/// <summary>A storage cannot be used: another server has it open, it is of a newer format or another precision, or it cannot be read or written.</summary>
public sealed class EmbeddedStorageException : Exception
{
    /// <summary>An exception without a cause of its own.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public EmbeddedStorageException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">What the storage said.</param>
    public EmbeddedStorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
