using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace IoTDB.Wire.Thrift;

internal ref partial struct ThriftWriter
{
    // Up to here the length of a text in UTF-8 fits a one-byte varint, whatever the text is.
    private const int ShortText = 42;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value) => Reserve(1)[0] = value;

    public void WriteI16(short value)
    {
        if (_compact)
        {
            WriteVarint((uint)((value << 1) ^ (value >> 31)));
        }
        else
        {
            BinaryPrimitives.WriteInt16BigEndian(Reserve(sizeof(short)), value);
        }
    }

    public void WriteI32(int value)
    {
        if (_compact)
        {
            WriteVarint((uint)((value << 1) ^ (value >> 31)));
        }
        else
        {
            BinaryPrimitives.WriteInt32BigEndian(Reserve(sizeof(int)), value);
        }
    }

    public void WriteI64(long value)
    {
        if (_compact)
        {
            WriteVarint((ulong)((value << 1) ^ (value >> 63)));
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(Reserve(sizeof(long)), value);
        }
    }

    public void WriteDouble(double value)
    {
        Span<byte> slot = Reserve(sizeof(double));
        if (_compact)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(slot, value);
        }
        else
        {
            BinaryPrimitives.WriteDoubleBigEndian(slot, value);
        }
    }

    /// <summary>Length and UTF-8 bytes.</summary>
    /// <exception cref="ArgumentException">The text has a lone surrogate and no UTF-8 form.</exception>
    public void WriteString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > ShortText)
        {
            WriteLongString(value);
            return;
        }

        // The longest form is reserved, the length written last: the text is walked once.
        int prefix = _compact ? 1 : sizeof(int);
        Span<byte> slot = Reserve(prefix + (value.Length * 3));
        int length = WireText.Strict.GetBytes(value, slot[prefix..]);
        if (_compact)
        {
            slot[0] = (byte)length;
        }
        else
        {
            BinaryPrimitives.WriteInt32BigEndian(slot, length);
        }

        _used -= slot.Length - prefix - length;
    }

    /// <summary>Length and bytes.</summary>
    public void WriteBinary(ReadOnlySpan<byte> value)
    {
        WriteLength(value.Length);
        value.CopyTo(Reserve(value.Length));
    }

    /// <summary>Bytes as they are, already in this writer's protocol.</summary>
    public void WriteRaw(ReadOnlySpan<byte> encoded) => encoded.CopyTo(Reserve(encoded.Length));

    /// <summary>Length of a text or binary whose bytes follow.</summary>
    public void WriteLength(int length)
    {
        if (_compact)
        {
            WriteVarint((uint)length);
        }
        else
        {
            BinaryPrimitives.WriteInt32BigEndian(Reserve(sizeof(int)), length);
        }
    }

    private void WriteLongString(string value)
    {
        int length = WireText.Strict.GetByteCount(value);
        WriteLength(length);
        WireText.Strict.GetBytes(value, Reserve(length));
    }

    private void WriteVarint(ulong value)
    {
        Span<byte> slot = Reserve(10);
        int at = 0;
        while (value >= 0x80)
        {
            slot[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        slot[at++] = (byte)value;
        _used -= slot.Length - at;
    }
}
