using System.Numerics;
using System.Runtime.CompilerServices;

namespace IoTDB.Wire.Blocks;

/// <summary>Writes the values of a record, each behind its type: the other direction of <see cref="RecordDecoder"/>.</summary>
/// <remarks>A record cannot say that a value is missing: leave the measurement out. Source: wire protocol 8.7.</remarks>
internal ref struct RecordEncoder(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes that a number takes at most, its type included.</summary>
    public static int MaxNumberLength => 1 + sizeof(long);

    /// <summary>BOOLEAN.</summary>
    public void Write(bool value)
    {
        Span<byte> slot = Take(TsDataType.Boolean, 1);
        slot[1] = value ? (byte)1 : (byte)0;
    }

    /// <summary>INT32.</summary>
    public void Write(int value) => WriteNumber(TsDataType.Int32, value);

    /// <summary>INT64.</summary>
    public void Write(long value) => WriteNumber(TsDataType.Int64, value);

    /// <summary>FLOAT.</summary>
    public void Write(float value) => WriteNumber(TsDataType.Float, value);

    /// <summary>DOUBLE.</summary>
    public void Write(double value) => WriteNumber(TsDataType.Double, value);

    /// <summary>A number, or what is stored as one: a DATE as <c>yyyyMMdd</c>, a TIMESTAMP in the server's precision.</summary>
    public void WriteNumber<T>(TsDataType type, T value)
        where T : unmanaged, INumber<T> => BigEndian.WriteOne(value, Take(type, Unsafe.SizeOf<T>())[1..]);

    /// <summary>TEXT or STRING.</summary>
    public void WriteText(TsDataType type, string value)
    {
        Take(type, 0);
        Length = TextCell.Write(value, _destination, Length);
    }

    /// <summary>BLOB, or text that is UTF-8 already.</summary>
    public void WriteBinary(TsDataType type, ReadOnlySpan<byte> value)
    {
        Take(type, 0);
        Length = TextCell.Write(value, _destination, Length);
    }

    private Span<byte> Take(TsDataType type, int size)
    {
        Span<byte> slot = _destination.Slice(Length, 1 + size);
        slot[0] = (byte)type;
        Length += 1 + size;
        return slot;
    }
}
