using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace IoTDB.Wire.Thrift;

/// <summary>The length word in front of a frame. Source: wire protocol 1.1; reliability D-01, D-13.</summary>
internal static class FrameLength
{
    /// <summary>Reads and checks a length word before anything is allocated for it.</summary>
    /// <param name="prefix">The first four bytes.</param>
    /// <param name="limits">What is accepted.</param>
    /// <returns>Bytes that follow, 1 to <see cref="WireLimits.MaxFrameBytes"/>.</returns>
    /// <exception cref="WireFormatException">No such length; the message names a peer that speaks another protocol.</exception>
    public static int Read(ReadOnlySpan<byte> prefix, WireLimits limits)
    {
        int length = BinaryPrimitives.ReadInt32BigEndian(prefix);
        if (length <= 0 || length > limits.MaxFrameBytes)
        {
            Throw(prefix, length, limits);
        }

        return length;
    }

    /// <summary>What a first word that is no length tells about the peer; null when it tells nothing.</summary>
    public static string? PeerHint(ReadOnlySpan<byte> prefix) => prefix switch
    {
        [(byte)'H', (byte)'T', (byte)'T', (byte)'P', ..] => "an HTTP server: check the port",
        [(byte)'S', (byte)'S', (byte)'H', (byte)'-', ..] => "an SSH server: check the port",
        [(byte)'G', (byte)'E', (byte)'T', (byte)' ', ..] or [(byte)'P', (byte)'O', (byte)'S', (byte)'T', ..] => "an HTTP client",
        [0x16 or 0x15, 0x03, <= 0x04, ..] => "a TLS peer: check whether TLS is on at both ends",
        _ => null,
    };

    [DoesNotReturn]
    private static void Throw(ReadOnlySpan<byte> prefix, int length, WireLimits limits)
    {
        string found = PeerHint(prefix) ?? $"{length}";
        throw new WireFormatException(0, "frame length", $"1 to {limits.MaxFrameBytes}, found {found}");
    }
}
