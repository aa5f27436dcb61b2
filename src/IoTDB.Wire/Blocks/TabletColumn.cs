using System.Buffers.Binary;
using System.Numerics;

namespace IoTDB.Wire.Blocks;

/// <summary>A column of a received tablet, a view of the request.</summary>
/// <param name="DataType">Type of the cells.</param>
/// <param name="Rows">Number of cells; a missing one has a placeholder.</param>
/// <param name="Cells">The cells, big-endian.</param>
/// <param name="NullBits">A bit for every row, least significant first, 1 where the cell is missing; empty when none is.</param>
internal readonly record struct TabletColumn(TsDataType DataType, int Rows, ReadOnlyMemory<byte> Cells, ReadOnlyMemory<byte> NullBits)
{
    /// <summary>The cell of a row is missing.</summary>
    public bool IsNull(int row) => !NullBits.IsEmpty && BitPacking.IsSetLeastSignificantFirst(NullBits.Span, row);

    /// <summary>BOOLEAN cells; every byte but 1 is false, as the server takes it.</summary>
    public bool[] ReadBooleans()
    {
        ReadOnlySpan<byte> cells = Cells.Span;
        bool[] values = new bool[Rows];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = cells[i] == 1;
        }

        return values;
    }

    /// <summary>INT32 or DATE cells.</summary>
    public int[] ReadInts() => ReadNumbers<int>();

    /// <summary>INT64 or TIMESTAMP cells.</summary>
    public long[] ReadLongs() => ReadNumbers<long>();

    /// <summary>FLOAT cells.</summary>
    public float[] ReadFloats() => ReadNumbers<float>();

    /// <summary>DOUBLE cells.</summary>
    public double[] ReadDoubles() => ReadNumbers<double>();

    /// <summary>TEXT, STRING or BLOB cells, as bytes; null where the cell is missing.</summary>
    public byte[]?[] ReadBinaries()
    {
        ReadOnlySpan<byte> rest = Cells.Span;
        byte[]?[] values = new byte[]?[Rows];
        for (int i = 0; i < values.Length; i++)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(rest);
            values[i] = IsNull(i) ? null : rest.Slice(sizeof(int), length).ToArray();
            rest = rest[(sizeof(int) + length)..];
        }

        return values;
    }

    private T[] ReadNumbers<T>()
        where T : unmanaged, INumber<T>
    {
        T[] values = new T[Rows];
        BigEndian.Read<T>(Cells.Span, values);
        return values;
    }
}
