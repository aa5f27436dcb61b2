namespace IoTDB.Conformance.Sql;

/// <summary>A recording that does not follow the format.</summary>
public sealed class RecordingFormatException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public RecordingFormatException()
    {
    }

    /// <summary>Makes the exception for a place in a file.</summary>
    public RecordingFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    public RecordingFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
