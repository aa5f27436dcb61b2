using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace IoTDB.Wire.Thrift;

internal ref partial struct ThriftReader
{
    // Header of a string object, its length and its terminator.
    private const int StringOverhead = 24;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if ((uint)_at < (uint)_current.Length)
        {
            return _current[_at++];
        }

        return NextSegmentByte();
    }

    public bool ReadBool()
    {
        if (_pendingBool >= 0)
        {
            bool value = _pendingBool == 1;
            _pendingBool = -1;
            return value;
        }

        // An element of the compact protocol: 1 is true, 2 is false.
        return ReadByte() == 1;
    }

    public short ReadI16()
    {
        if (!_compact)
        {
            return (short)ReadBigEndian(sizeof(short));
        }

        int value = ReadZigzag32();
        if (value != (short)value)
        {
            ThrowExpected($"a 16-bit number, found {value}");
        }

        return (short)value;
    }

    public int ReadI32()
    {
        if (_compact)
        {
            return ReadZigzag32();
        }

        if (_current.Length - _at >= sizeof(int))
        {
            int value = BinaryPrimitives.ReadInt32BigEndian(_current[_at..]);
            _at += sizeof(int);
            return value;
        }

        return (int)ReadBigEndian(sizeof(int));
    }

    public long ReadI64()
    {
        if (_compact)
        {
            ulong zigzag = ReadVarint(10);
            return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
        }

        if (_current.Length - _at >= sizeof(long))
        {
            long value = BinaryPrimitives.ReadInt64BigEndian(_current[_at..]);
            _at += sizeof(long);
            return value;
        }

        return (long)ReadBigEndian(sizeof(long));
    }

    public double ReadDouble()
    {
        ulong bits = ReadBigEndian(sizeof(double));
        return BitConverter.UInt64BitsToDouble(_compact ? BinaryPrimitives.ReverseEndianness(bits) : bits);
    }

    /// <summary>A name: bytes that are not UTF-8 are an error.</summary>
    public string ReadString()
    {
        long start = Offset;
        ReadOnlySpan<byte> bytes = ReadBinary().Span;
        if (!Utf8.IsValid(bytes))
        {
            throw new WireFormatException(start, Field, "UTF-8");
        }

        return Text(bytes);
    }

    /// <summary>Text for people: bytes that are not UTF-8 become U+FFFD.</summary>
    public string ReadText() => Text(ReadBinary().Span);

    /// <summary>Length and bytes; a view of the frame where it lies in one piece.</summary>
    public ReadOnlyMemory<byte> ReadBinary()
    {
        int length = ReadLength();
        if (_current.Length - _at >= length)
        {
            ReadOnlyMemory<byte> view = _memory.Slice(_at, length);
            _at += length;
            return view;
        }

        return ReadAcrossSegments(length);
    }

    /// <summary>As many bytes as fit, as they are.</summary>
    public void ReadRaw(Span<byte> destination)
    {
        if (destination.Length > Remaining)
        {
            ThrowExpected($"{destination.Length} bytes, found {Remaining}");
        }

        CopyAcrossSegments(destination);
    }

    /// <summary>Length of a text or binary, checked against the bytes left.</summary>
    public int ReadLength()
    {
        int length = _compact ? ReadVarintCount() : ReadI32();
        if (length < 0 || length > Remaining)
        {
            ThrowExpected($"a length within the {Remaining} bytes left, found {length}");
        }

        return length;
    }

    private string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return string.Empty;
        }

        Charge(StringOverhead + (bytes.Length * 2L));
        return Encoding.UTF8.GetString(bytes);
    }

    private int ReadZigzag32()
    {
        uint zigzag = (uint)ReadVarint(5);
        return (int)(zigzag >> 1) ^ -(int)(zigzag & 1);
    }

    private int ReadVarintCount()
    {
        ulong value = ReadVarint(5);
        if (value > int.MaxValue)
        {
            ThrowExpected($"a count, found {value}");
        }

        return (int)value;
    }

    private ulong ReadVarint(int maxBytes)
    {
        ulong value = 0;
        for (int shift = 0; shift < maxBytes * 7; shift += 7)
        {
            byte next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        ThrowExpected($"a varint of at most {maxBytes} bytes");
        return 0;
    }

    private ulong ReadBigEndian(int size)
    {
        ulong value = 0;
        for (int i = 0; i < size; i++)
        {
            value = (value << 8) | ReadByte();
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte NextSegmentByte()
    {
        MoveToNextSegment();
        return _current[_at++];
    }

    private byte[] ReadAcrossSegments(int length)
    {
        Charge(length);
        byte[] whole = new byte[length];
        CopyAcrossSegments(whole);
        return whole;
    }

    private void CopyAcrossSegments(Span<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            if (_at == _current.Length)
            {
                MoveToNextSegment();
            }

            int part = Math.Min(rest.Length, _current.Length - _at);
            _current.Slice(_at, part).CopyTo(rest);
            _at += part;
            rest = rest[part..];
        }
    }

    private void MoveToNextSegment()
    {
        do
        {
            if (Remaining <= 0 || !_sequence.TryGet(ref _next, out ReadOnlyMemory<byte> segment, advance: true))
            {
                ThrowExpected("more bytes, found the end of the frame");
                return;
            }

            _passed += _current.Length;
            _memory = segment;
            _current = segment.Span;
            _at = 0;
        }
        while (_current.IsEmpty);
    }
}
