namespace IoTDB.Wire;

/// <summary>Bytes from the other side that make no sense; the connection they came from is of no more use.</summary>
internal sealed class WireFormatException : Exception
{
    public WireFormatException(long offset, string field, string expectation)
        : base($"Malformed data at byte {offset}, {field}: expected {expectation}.")
    {
        Offset = offset;
        Field = field;
        Expectation = expectation;
    }

    /// <summary>Position in the frame (without its length word), or in the block or buffer named by <see cref="Field"/>.</summary>
    public long Offset { get; }

    /// <summary>Message and field, such as <c>Status.Code</c>.</summary>
    public string Field { get; }

    /// <summary>What should have been there.</summary>
    public string Expectation { get; }
}
