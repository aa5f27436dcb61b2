using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace IoTDB.Wire.Thrift;

/// <summary>Writes Thrift values of either protocol into a buffer that the caller owns; call <see cref="Flush"/> last.</summary>
internal ref partial struct ThriftWriter
{
    private readonly IBufferWriter<byte> _output;
    private readonly bool _compact;
    private Span<byte> _segment;
    private int _used;
    private short _lastField;

    public ThriftWriter(IBufferWriter<byte> output, ThriftProtocol protocol)
    {
        _output = output;
        _compact = protocol == ThriftProtocol.Compact;
        _segment = output.GetSpan();
    }

    /// <summary>The protocol of everything this writer writes.</summary>
    public readonly ThriftProtocol Protocol => _compact ? ThriftProtocol.Compact : ThriftProtocol.Binary;

    /// <summary>Starts a struct; hand what it returns to <see cref="EndStruct"/>.</summary>
    public short BeginStruct()
    {
        short outer = _lastField;
        _lastField = 0;
        return outer;
    }

    /// <summary>Goes on with a struct whose first fields another writer wrote.</summary>
    public void ResumeStruct(short lastField) => _lastField = lastField;

    /// <summary>Ends a struct with its stop byte.</summary>
    public void EndStruct(short outer)
    {
        Reserve(1)[0] = 0;
        _lastField = outer;
    }

    /// <summary>Announces a field of any type but bool.</summary>
    public void WriteField(ThriftType type, short id)
    {
        if (_compact)
        {
            WriteCompactField(CompactType.Of(type), id);
            return;
        }

        Span<byte> header = Reserve(3);
        header[0] = (byte)type;
        BinaryPrimitives.WriteInt16BigEndian(header[1..], id);
    }

    /// <summary>Announces and writes a bool field; the compact protocol keeps the value in the announcement.</summary>
    public void WriteBoolField(short id, bool value)
    {
        if (_compact)
        {
            WriteCompactField(value ? CompactType.True : CompactType.False, id);
            return;
        }

        WriteField(ThriftType.Bool, id);
        Reserve(1)[0] = value ? (byte)1 : (byte)0;
    }

    /// <summary>Announces the elements of a list.</summary>
    public void WriteListHeader(ThriftType element, int count)
    {
        if (!_compact)
        {
            Span<byte> header = Reserve(5);
            header[0] = (byte)element;
            BinaryPrimitives.WriteInt32BigEndian(header[1..], count);
        }
        else if (count <= 14)
        {
            WriteByte((byte)((count << 4) | CompactType.Of(element)));
        }
        else
        {
            WriteByte((byte)(0xF0 | CompactType.Of(element)));
            WriteVarint((uint)count);
        }
    }

    /// <summary>Announces the pairs of a map.</summary>
    public void WriteMapHeader(ThriftType key, ThriftType value, int count)
    {
        if (!_compact)
        {
            Span<byte> header = Reserve(6);
            header[0] = (byte)key;
            header[1] = (byte)value;
            BinaryPrimitives.WriteInt32BigEndian(header[2..], count);
            return;
        }

        WriteVarint((uint)count);
        if (count > 0)
        {
            WriteByte((byte)((CompactType.Of(key) << 4) | CompactType.Of(value)));
        }
    }

    /// <summary>Starts a message: header, name and sequence id. Source: wire protocol 2.1.</summary>
    public void WriteMessageHeader(MessageType type, string method, int sequenceId)
    {
        if (_compact)
        {
            Span<byte> header = Reserve(2);
            header[0] = 0x82;
            header[1] = (byte)(((int)type << 5) | 1);
            WriteVarint((uint)sequenceId);
            WriteString(method);
            return;
        }

        BinaryPrimitives.WriteUInt32BigEndian(Reserve(4), 0x80010000u | (uint)type);
        WriteString(method);
        BinaryPrimitives.WriteInt32BigEndian(Reserve(4), sequenceId);
    }

    /// <summary>Hands everything written to the output.</summary>
    public void Flush()
    {
        _output.Advance(_used);
        _segment = default;
        _used = 0;
    }

    private void WriteCompactField(byte code, short id)
    {
        int delta = id - _lastField;
        _lastField = id;
        if (delta is >= 1 and <= 15)
        {
            WriteByte((byte)((delta << 4) | code));
            return;
        }

        WriteByte(code);
        WriteI16(id);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int size)
    {
        if (_segment.Length - _used < size)
        {
            Grow(size);
        }

        Span<byte> slot = _segment.Slice(_used, size);
        _used += size;
        return slot;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        _output.Advance(_used);
        _used = 0;
        _segment = _output.GetSpan(size);
    }
}
