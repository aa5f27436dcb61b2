using System.Buffers.Binary;

namespace IoTDB.Wire.Blocks;

/// <summary>Reads the values of a record: a type byte and a value for every measurement. Source: wire protocol 8.7.</summary>
internal ref struct RecordDecoder(ReadOnlySpan<byte> values)
{
    /// <summary>Type byte of a text whose type the server is to infer.</summary>
    public const int InferType = 0xFF;

    /// <summary>Type byte of a missing value.</summary>
    public const int NullType = 0xFE;

    private readonly ReadOnlySpan<byte> _values = values;

    /// <summary>Bytes read so far.</summary>
    public int Offset { get; private set; }

    /// <summary>Reads the next value.</summary>
    /// <param name="type">A <see cref="TsDataType"/>, <see cref="InferType"/> or <see cref="NullType"/>.</param>
    /// <param name="value">Its bytes, big-endian, without the length of a text.</param>
    /// <returns>False at the end of the buffer.</returns>
    /// <exception cref="WireFormatException">Too few bytes, or a type that does not exist.</exception>
    public bool TryRead(out int type, out ReadOnlySpan<byte> value)
    {
        value = default;
        type = -1;
        if (Offset == _values.Length)
        {
            return false;
        }

        type = _values[Offset++];
        int length = type switch
        {
            (int)TsDataType.Boolean => 1,
            (int)TsDataType.Int32 or (int)TsDataType.Date or (int)TsDataType.Float => sizeof(int),
            (int)TsDataType.Int64 or (int)TsDataType.Timestamp or (int)TsDataType.Double => sizeof(long),
            (int)TsDataType.Text or (int)TsDataType.String or (int)TsDataType.Blob or InferType => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int))),
            NullType => 0,
            _ => throw new WireFormatException(Offset - 1, "record values", $"a data type, found {type}"),
        };
        value = Take(length);
        return true;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)(_values.Length - Offset))
        {
            throw new WireFormatException(Offset, "record values", $"{length} bytes, found {_values.Length - Offset}");
        }

        ReadOnlySpan<byte> taken = _values.Slice(Offset, length);
        Offset += length;
        return taken;
    }
}
