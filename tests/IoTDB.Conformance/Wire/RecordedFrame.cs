namespace IoTDB.Conformance.Wire;

/// <summary>One line of a recording that is not a comment, with the comments above it.</summary>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Kind">Request, answer, raw bytes or event.</param>
/// <param name="Bytes">The frame; empty for an event.</param>
/// <param name="Text">What an event says.</param>
/// <param name="Comments">Comment lines since the frame before, without their <c>#</c>.</param>
internal sealed record RecordedFrame(int Line, FrameKind Kind, byte[] Bytes, string Text, IReadOnlyList<string> Comments)
{
    /// <summary>Fields of the frame as an independent decoder saw them: name and text.</summary>
    public IEnumerable<(string Name, string Text)> Fields()
    {
        foreach (string comment in Comments)
        {
            int equals = comment.IndexOf('=', StringComparison.Ordinal);
            if (comment.StartsWith("   ", StringComparison.Ordinal) && equals > 0 && comment[3..equals].All(char.IsAsciiLetterOrDigit))
            {
                yield return (comment[3..equals], comment[(equals + 1)..]);
            }
            else if (comment.StartsWith("   client_protocol=", StringComparison.Ordinal))
            {
                yield return ("clientProtocol", comment[(equals + 1)..]);
            }
        }
    }

    /// <summary>Payload lines that start with a text, without it.</summary>
    public IEnumerable<string> Payload(string start) =>
        from comment in Comments
        where comment.StartsWith("   " + start, StringComparison.Ordinal)
        select comment[(3 + start.Length)..];
}
