using System.Globalization;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

/// <summary>Reads the length word of an answer, and recognises who else may be talking.</summary>
internal static class PeerGreeting
{
    /// <exception cref="IoTDBProtocolException">The word is no length of a frame, or of one above the limit.</exception>
    public static int CheckLength(ReadOnlySpan<byte> header, int maxFrame, Endpoint endpoint)
    {
        if (FrameLength.TryRead(header, maxFrame, out int length))
        {
            return length;
        }

        PeerHint hint = Recognize(header);
        string advice = hint switch
        {
            PeerHint.Http => "a web server answers there; check host and port",
            PeerHint.Ssh => "an SSH server answers there; check host and port",
            PeerHint.Tls => "the server speaks TLS; set Tls=true",
            _ when length > maxFrame => string.Create(
                CultureInfo.InvariantCulture, $"the answer announces {length} bytes, more than MaxResponseBytes ({maxFrame})"),
            _ => string.Create(CultureInfo.InvariantCulture, $"the answer announces {length} bytes, which no frame has"),
        };
        throw new IoTDBProtocolException($"{endpoint} did not answer as an IoTDB server: {advice}.")
        {
            Endpoint = endpoint,
            PeerHint = hint,
            Outcome = Outcome.Unknown,
        };
    }

    private static PeerHint Recognize(ReadOnlySpan<byte> header)
    {
        if (header.SequenceEqual("HTTP"u8))
        {
            return PeerHint.Http;
        }

        if (header.SequenceEqual("SSH-"u8))
        {
            return PeerHint.Ssh;
        }

        // TLS record: alert (21) or handshake (22), version 3.x.
        return header[0] is 0x15 or 0x16 && header[1] == 0x03 ? PeerHint.Tls : PeerHint.Unknown;
    }
}
