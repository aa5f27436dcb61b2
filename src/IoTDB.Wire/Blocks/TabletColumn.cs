using System.Buffers.Binary;
using System.Runtime.InteropServices;

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
    public int[] ReadInts()
    {
        int[] values = new int[Rows];
        BigEndian.Read(Cells.Span, values);
        return values;
    }

    /// <summary>INT64 or TIMESTAMP cells.</summary>
    public long[] ReadLongs()
    {
        long[] values = new long[Rows];
        BigEndian.Read(Cells.Span, values);
        return values;
    }

    /// <summary>FLOAT cells.</summary>
    public float[] ReadFloats()
    {
        float[] values = new float[Rows];
        BigEndian.Read(Cells.Span, MemoryMarshal.Cast<float, int>(values.AsSpan()));
        return values;
    }

    /// <summary>DOUBLE cells.</summary>
    public double[] ReadDoubles()
    {
        double[] values = new double[Rows];
        BigEndian.Read(Cells.Span, MemoryMarshal.Cast<double, long>(values.AsSpan()));
        return values;
    }

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
}
