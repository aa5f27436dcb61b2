using IoTDB.Wire;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire;

/// <summary>
/// Raw bytes that are no proper frame: we must refuse them where the server closed the connection. Where the server waited for more, refusing the
/// length or waiting are both right.
/// </summary>
internal static class RawCheck
{
    public static (FrameOutcome Outcome, string Detail) Run(RecordedFrame frame, RecordedFrame? next)
    {
        bool closed = next is { Kind: FrameKind.Event } && next.Text.Contains("closed", StringComparison.Ordinal);
        string? refusal = Refusal(frame.Bytes, out bool incomplete);
        if (refusal is null && !incomplete)
        {
            throw new MismatchException("bytes that the server did not take for a message were taken for one");
        }

        // A half-closed connection ends an incomplete frame; a codec sees only that more is to come.
        return (FrameOutcome.Passed, refusal ?? (closed ? "incomplete at the end of the stream" : "incomplete"));
    }

    private static string? Refusal(byte[] bytes, out bool incomplete)
    {
        incomplete = false;
        try
        {
            int length = FrameLength.Read(bytes, WireLimits.Default.MaxFrameBytes);
            if (length > bytes.Length - FrameBuffer.PrefixLength)
            {
                incomplete = true;
                return null;
            }

            // The recorded server speaks binary.
            Answers.ReadHeader(bytes.AsMemory(FrameBuffer.PrefixLength, length), ThriftProtocol.Binary, WireLimits.Default);
            return null;
        }
        catch (WireFormatException e)
        {
            return e.Message;
        }
    }
}
