using System.Runtime.InteropServices;

namespace IoTDB.Wire.Blocks;

/// <summary>Writes the values block of a tablet from whole columns: the other direction of <see cref="TabletDecoder"/>.</summary>
/// <remarks>
/// All columns in order; then, only if a cell is missing, <see cref="WriteBitmap"/> for each column in order. A missing cell still takes a
/// place in its column, with any value. Source: wire protocol 8.3.
/// </remarks>
internal ref struct TabletValuesWriter(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes that the bitmaps of some columns take at most.</summary>
    public static int MaxBitmapsLength(int columns, int rows) => columns * (1 + BitPacking.TabletBitmapLength(rows));

    /// <summary>BOOLEAN.</summary>
    public void Write(ReadOnlySpan<bool> values)
    {
        MemoryMarshal.AsBytes(values).CopyTo(_destination[Length..]);
        Length += values.Length;
    }

    /// <summary>INT32 or DATE.</summary>
    public void Write(ReadOnlySpan<int> values) => Length += BigEndian.Write(values, _destination[Length..]);

    /// <summary>INT64 or TIMESTAMP.</summary>
    public void Write(ReadOnlySpan<long> values) => Length += BigEndian.Write(values, _destination[Length..]);

    /// <summary>FLOAT.</summary>
    public void Write(ReadOnlySpan<float> values) => Length += BigEndian.Write(values, _destination[Length..]);

    /// <summary>DOUBLE.</summary>
    public void Write(ReadOnlySpan<double> values) => Length += BigEndian.Write(values, _destination[Length..]);

    /// <summary>TEXT or STRING; null takes the place of a missing cell.</summary>
    public void Write(ReadOnlySpan<string?> values)
    {
        int at = Length;
        Span<byte> destination = _destination;
        foreach (string? value in values)
        {
            at = TextCell.Write(value ?? string.Empty, destination, at);
        }

        Length = at;
    }

    /// <summary>BLOB, or text that is UTF-8 already; null takes the place of a missing cell.</summary>
    public void Write(ReadOnlySpan<byte[]?> values)
    {
        int at = Length;
        foreach (byte[]? value in values)
        {
            at = TextCell.Write(value, _destination, at);
        }

        Length = at;
    }

    /// <summary>Says which cells of a column are missing.</summary>
    /// <param name="missing">A flag for every row; empty when none is missing.</param>
    public void WriteBitmap(ReadOnlySpan<bool> missing)
    {
        bool any = !missing.IsEmpty && BitPacking.PackLeastSignificantFirst(missing, _destination[(Length + 1)..]);
        _destination[Length++] = any ? (byte)1 : (byte)0;
        Length += any ? BitPacking.TabletBitmapLength(missing.Length) : 0;
    }
}
