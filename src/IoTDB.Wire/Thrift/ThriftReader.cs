using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace IoTDB.Wire.Thrift;

/// <summary>Reads Thrift values of either protocol from one frame. Trusts nothing: every length is checked before it is used.</summary>
/// <remarks>One segment is the normal case and is read in place; values that cross segments are put together out of line.</remarks>
internal ref partial struct ThriftReader
{
    private readonly WireLimits _limits;
    private readonly ReadOnlySequence<byte> _sequence;
    private readonly long _length;
    private readonly bool _compact;
    private ReadOnlyMemory<byte> _memory;
    private ReadOnlySpan<byte> _current;
    private SequencePosition _next;
    private long _passed;
    private int _at;
    private long _budget;
    private int _structsLeft;
    private int _depth;
    private StructFields? _fields;
    private int _level;
    private short _field;
    private sbyte _pendingBool;

    public ThriftReader(ReadOnlyMemory<byte> frame, ThriftProtocol protocol, WireLimits limits)
    {
        _limits = limits;
        _compact = protocol == ThriftProtocol.Compact;
        _memory = frame;
        _current = frame.Span;
        _length = frame.Length;
        _budget = (_length * limits.DecodedFactor) + limits.DecodedSlack;
        _structsLeft = limits.MaxStructs;
        _pendingBool = -1;
    }

    public ThriftReader(ReadOnlySequence<byte> frame, ThriftProtocol protocol, WireLimits limits)
        : this(frame.First, protocol, limits)
    {
        _sequence = frame;
        _length = frame.Length;
        _budget = (_length * limits.DecodedFactor) + limits.DecodedSlack;
        _next = frame.Start;
        if (!frame.IsSingleSegment)
        {
            // Steps over the segment that is already current.
            _sequence.TryGet(ref _next, out _, advance: true);
        }
    }

    /// <summary>The protocol of everything this reader reads.</summary>
    public readonly ThriftProtocol Protocol => _compact ? ThriftProtocol.Compact : ThriftProtocol.Binary;

    /// <summary>Bytes read so far.</summary>
    public readonly long Offset => _passed + _at;

    /// <summary>Bytes not yet read.</summary>
    public readonly long Remaining => _length - Offset;

    /// <summary>The field being read, as errors name it.</summary>
    public readonly string Field => _fields?.PathOf(_field) ?? "message";

    /// <summary>Enters a struct; hand what it returns to <see cref="EndStruct"/>.</summary>
    public StructScope BeginStruct(StructFields fields)
    {
        StructScope outer = new(_fields, _field, _level);
        _level = ReferenceEquals(fields, _fields) ? _level + 1 : 1;
        if (_depth >= _limits.MaxDepth || _level > fields.MaxLevels || --_structsLeft < 0)
        {
            ThrowNested(fields);
        }

        _depth++;
        _fields = fields;
        _field = 0;
        return outer;
    }

    /// <summary>Leaves a struct whose stop byte was read.</summary>
    public void EndStruct(in StructScope outer)
    {
        _depth--;
        _fields = outer.Fields;
        _field = outer.Field;
        _level = outer.Level;
    }

    /// <summary>Reads the next field's announcement; false at the stop byte.</summary>
    public bool TryReadField(out ThriftType type, out short id)
    {
        if (_compact)
        {
            return TryReadCompactField(out type, out id);
        }

        type = (ThriftType)ReadByte();
        if (type == ThriftType.Stop)
        {
            id = 0;
            return false;
        }

        id = (short)ReadBigEndian(sizeof(short));
        _field = id;
        return true;
    }

    /// <summary>Reads the announcement of a list or set.</summary>
    /// <param name="element">Type that the elements must have, unless there are none.</param>
    /// <param name="minimumElementSize">Bytes that an element takes at least.</param>
    public int ReadListHeader(ThriftType element, int minimumElementSize)
    {
        ThriftType found;
        int count;
        if (_compact)
        {
            byte header = ReadByte();
            found = CompactType.ToType(header & 0x0F);
            count = header >> 4 == 15 ? ReadVarintCount() : header >> 4;
        }
        else
        {
            found = (ThriftType)ReadByte();
            count = (int)ReadBigEndian(sizeof(int));
        }

        CheckCount(count, minimumElementSize);
        if (count > 0 && found != element)
        {
            ThrowExpected($"a list of {element}, found {found}");
        }

        return count;
    }

    /// <summary>Reads the announcement of a map.</summary>
    public int ReadMapHeader(ThriftType key, ThriftType value, int minimumPairSize)
    {
        int count = ReadMapHeader(out ThriftType foundKey, out ThriftType foundValue, minimumPairSize);
        if (count > 0 && (foundKey != key || foundValue != value))
        {
            ThrowExpected($"a map of {key} to {value}, found {foundKey} to {foundValue}");
        }

        return count;
    }

    /// <summary>Refuses a message whose required fields were not all there.</summary>
    /// <param name="present">A bit for each field read, in the order of declaration.</param>
    /// <param name="required">The bits that must be set.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Require(uint present, uint required)
    {
        if ((present & required) != required)
        {
            ThrowMissing(required & ~present);
        }
    }

    /// <summary>Takes memory for decoded values from what the frame grants.</summary>
    public void Charge(long bytes)
    {
        _budget -= bytes;
        if (_budget < 0)
        {
            ThrowExpected($"decoded values of at most {_limits.DecodedFactor} times the frame and {_limits.DecodedSlack} bytes");
        }
    }

    /// <summary>Raises the error that names the present place.</summary>
    [DoesNotReturn]
    public readonly void ThrowExpected(string expectation) => throw new WireFormatException(Offset, Field, expectation);

    private int ReadMapHeader(out ThriftType key, out ThriftType value, int minimumPairSize)
    {
        int count;
        if (_compact)
        {
            count = ReadVarintCount();
            byte types = count == 0 ? (byte)0 : ReadByte();
            key = CompactType.ToType(types >> 4);
            value = CompactType.ToType(types & 0x0F);
        }
        else
        {
            key = (ThriftType)ReadByte();
            value = (ThriftType)ReadByte();
            count = (int)ReadBigEndian(sizeof(int));
        }

        CheckCount(count, minimumPairSize);
        return count;
    }

    private bool TryReadCompactField(out ThriftType type, out short id)
    {
        byte header = ReadByte();
        int code = header & 0x0F;
        type = CompactType.ToType(code);
        if (header == 0)
        {
            id = 0;
            return false;
        }

        if (type == ThriftType.Stop)
        {
            ThrowExpected($"a field type, found code {code}");
        }

        int delta = header >> 4;
        id = delta == 0 ? ReadI16() : (short)(_field + delta);
        _field = id;
        _pendingBool = type == ThriftType.Bool ? (sbyte)(code == CompactType.True ? 1 : 0) : (sbyte)-1;
        return true;
    }

    private readonly void CheckCount(int count, int minimumElementSize)
    {
        if (count < 0 || (long)count * minimumElementSize > Remaining)
        {
            ThrowExpected($"a count that fits the {Remaining} bytes left, found {count}");
        }
    }

    [DoesNotReturn]
    private readonly void ThrowNested(StructFields fields) =>
        throw new WireFormatException(Offset, fields.Name, $"at most {_limits.MaxDepth} nested values, {fields.MaxLevels} nested {fields.Name}, {_limits.MaxStructs} structs");

    [DoesNotReturn]
    private readonly void ThrowMissing(uint missing)
    {
        (short Id, string Name) field = _fields!.Fields[System.Numerics.BitOperations.TrailingZeroCount(missing)];
        throw new WireFormatException(Offset, $"{_fields.Name}.{field.Name}", $"required field {field.Id}, found the end of the struct");
    }
}
