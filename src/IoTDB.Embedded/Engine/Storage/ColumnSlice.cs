namespace IoTDB.Embedded.Engine.Storage;

/// <summary>A run of points of one series, ascending in time, each time once. Nulls are not points.</summary>
/// <remarks>
/// A slice is a snapshot: later writes never change what it shows, so a query may keep it while others write.
/// The typed property of the series' data type works, the others throw: INT32 and DATE are <see cref="Ints"/>, INT64 and TIMESTAMP
/// <see cref="Longs"/>, TEXT, STRING and BLOB <see cref="Blobs"/> (UTF-8 or raw bytes; never to be written to).
/// </remarks>
internal readonly struct ColumnSlice(long[] times, Array values, int start, int count)
{
    /// <summary>Number of points.</summary>
    public int Count => count;

    /// <summary>Times in the server's precision.</summary>
    public ReadOnlySpan<long> Times => new(times, start, count);

    /// <summary>Values of a BOOLEAN series.</summary>
    public ReadOnlySpan<bool> Booleans => Values<bool>();

    /// <summary>Values of an INT32 or DATE series.</summary>
    public ReadOnlySpan<int> Ints => Values<int>();

    /// <summary>Values of an INT64 or TIMESTAMP series.</summary>
    public ReadOnlySpan<long> Longs => Values<long>();

    /// <summary>Values of a FLOAT series.</summary>
    public ReadOnlySpan<float> Floats => Values<float>();

    /// <summary>Values of a DOUBLE series.</summary>
    public ReadOnlySpan<double> Doubles => Values<double>();

    /// <summary>Values of a TEXT, STRING or BLOB series.</summary>
    public ReadOnlySpan<byte[]> Blobs => Values<byte[]>();

    /// <summary>Values by physical type.</summary>
    public ReadOnlySpan<T> Values<T>() => new((T[])values, start, count);

    /// <summary>A part of this slice.</summary>
    public ColumnSlice Slice(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)offset + (uint)length, (uint)count, nameof(length));
        return new ColumnSlice(times, values, start + offset, length);
    }
}
