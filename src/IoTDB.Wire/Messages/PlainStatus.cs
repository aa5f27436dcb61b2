using System.Buffers.Binary;
using System.Text;

namespace IoTDB.Wire.Messages;

/// <summary>
/// Recognises the answer to almost every write, byte for byte: a code and an empty message or none. What is not exactly that is read by
/// <see cref="Status.Read"/>, which accepts the same and more. Source: the recordings; measured: benchmark case <c>status</c>.
/// </summary>
internal static class PlainStatus
{
    private const int FixedHeader = 12;

    // Result field 0 is a struct, whose field 1 is a number: 0C 00 00, 08 00 01.
    private const uint FourBeforeCode = 0x0C000008;
    private const ushort TwoBeforeCode = 0x0001;
    private const int BeforeCode = 6;

    // The ends of status and result.
    private const int NoMessage = 2;

    // Field 2: a text of no bytes. Then the ends.
    private static ReadOnlySpan<byte> EmptyMessage => [0x0B, 0, 2, 0, 0, 0, 0, 0, 0];

    /// <summary>Reads such an answer in the binary protocol.</summary>
    /// <param name="frame">The frame without its length word.</param>
    /// <param name="method">The method that was called.</param>
    /// <param name="sequenceId">The number it was called with.</param>
    /// <param name="code">The code.</param>
    /// <param name="message">Empty, or null when there is none.</param>
    /// <returns>False when the answer is anything else, right or wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> frame, string method, int sequenceId, out int code, out string? message)
    {
        int body = FixedHeader + method.Length;
        int afterCode = body + BeforeCode + sizeof(int);
        int rest = frame.Length - afterCode;
        code = 0;
        message = null;
        if ((rest != NoMessage && rest != EmptyMessage.Length)
            || BinaryPrimitives.ReadUInt32BigEndian(frame) != 0x80010002
            || BinaryPrimitives.ReadInt32BigEndian(frame[sizeof(int)..]) != method.Length
            || BinaryPrimitives.ReadInt32BigEndian(frame[(body - sizeof(int))..]) != sequenceId
            || BinaryPrimitives.ReadUInt32BigEndian(frame[body..]) != FourBeforeCode
            || BinaryPrimitives.ReadUInt16BigEndian(frame[(body + sizeof(int))..]) != TwoBeforeCode
            || !Ascii.Equals(frame.Slice(2 * sizeof(int), method.Length), method))
        {
            return false;
        }

        code = BinaryPrimitives.ReadInt32BigEndian(frame[(afterCode - sizeof(int))..]);
        if (rest == NoMessage)
        {
            return BinaryPrimitives.ReadUInt16BigEndian(frame[afterCode..]) == 0;
        }

        message = string.Empty;
        return frame[afterCode..].SequenceEqual(EmptyMessage);
    }
}
