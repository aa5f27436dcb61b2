namespace IoTDB.Embedded.Engine.Storage;

/// <summary>Points of one series in ascending order of time; grows at its end only.</summary>
/// <remarks>
/// Slots below <see cref="Count"/> are never written again, so slices handed out earlier stay valid: growing moves to new arrays,
/// and everything but appending makes a new chunk.
/// </remarks>
internal sealed class Chunk<T>
{
    /// <summary>Points a chunk takes; 64 KiB of times, below the large object heap.</summary>
    public const int MaxCount = 8192;

    private long[] _times;
    private T[] _values;

    public Chunk(int capacity)
    {
        _times = GC.AllocateUninitializedArray<long>(capacity);
        _values = new T[capacity];
    }

    public Chunk(long[] times, T[] values)
    {
        _times = times;
        _values = values;
        Count = times.Length;
    }

    public int Count { get; private set; }

    public int Room => MaxCount - Count;

    public long FirstTime => _times[0];

    public long LastTime => _times[Count - 1];

    public ReadOnlySpan<long> Times => new(_times, 0, Count);

    public ReadOnlySpan<T> Values => new(_values, 0, Count);

    public ColumnSlice Slice(int start, int count) => new(_times, _values, start, count);

    /// <summary>Adds points that are newer than <see cref="LastTime"/>; at most <see cref="Room"/>.</summary>
    public void Append(ReadOnlySpan<long> times, ReadOnlySpan<T> values)
    {
        if (Count + times.Length > _times.Length)
        {
            Grow(Count + times.Length);
        }

        times.CopyTo(_times.AsSpan(Count));
        values.CopyTo(_values.AsSpan(Count));
        Count += times.Length;
    }

    /// <summary>Index of the first point at or after <paramref name="time"/>.</summary>
    public int LowerBound(long time)
    {
        var index = Times.BinarySearch(time);
        return index < 0 ? ~index : index;
    }

    /// <summary>Index of the first point after <paramref name="time"/>.</summary>
    public int UpperBound(long time)
    {
        var index = Times.BinarySearch(time);
        return index < 0 ? ~index : index + 1;
    }

    private void Grow(int needed)
    {
        var capacity = Math.Min(MaxCount, Math.Max(needed, _times.Length * 2));
        var times = GC.AllocateUninitializedArray<long>(capacity);
        var values = new T[capacity];
        Times.CopyTo(times);
        Values.CopyTo(values);
        _times = times;
        _values = values;
    }
}
