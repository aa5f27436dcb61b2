using System.Buffers.Binary;

namespace IoTDB.Wire.Thrift;

/// <summary>The length word in front of a frame. Source: wire protocol 1.1; reliability D-01.</summary>
internal static class FrameLength
{
    /// <summary>Reads and checks a length word before anything is allocated for it.</summary>
    /// <param name="word">The first four bytes.</param>
    /// <param name="most">Largest length that is accepted.</param>
    /// <param name="length">What the word says, also when that is no length.</param>
    /// <returns>Whether so many bytes may follow: 1 to <paramref name="most"/>.</returns>
    public static bool TryRead(ReadOnlySpan<byte> word, int most, out int length)
    {
        length = BinaryPrimitives.ReadInt32BigEndian(word);
        return length > 0 && length <= most;
    }

    /// <inheritdoc cref="TryRead"/>
    /// <exception cref="WireFormatException">No such length.</exception>
    public static int Read(ReadOnlySpan<byte> word, int most) => TryRead(word, most, out int length)
        ? length
        : throw new WireFormatException(0, "frame length", $"1 to {most}, found {length}");
}
