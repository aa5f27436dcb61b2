namespace IoTDB.Embedded.Engine.Storage;

/// <inheritdoc/>
/// <remarks>
/// Points newer than all others go to the end of the last chunk. Others wait in a buffer that is merged by the next read, or once it
/// holds an eighth of the series, so that a shuffled load costs a bounded number of copies per point.
/// </remarks>
internal sealed class SeriesData<T> : SeriesData
{
    private const int MergeAtLeast = 4096;

    // Guards everything below; held for an append, a merge or the capture of slices, never for a scan.
    private readonly Lock _gate = new();
    private readonly LateBuffer<T> _late = new();
    private List<Chunk<T>> _chunks = [];
    private long _count;

    /// <inheritdoc/>
    public override long Count
    {
        get
        {
            lock (_gate)
            {
                MergeLate();
                return _count;
            }
        }
    }

    /// <summary>Stores one point; a point of the same time is replaced.</summary>
    public void Write(long time, T value) => Write(new ReadOnlySpan<long>(in time), new ReadOnlySpan<T>(in value));

    /// <summary>Stores points in any order; of equal times the last one stays.</summary>
    public void Write(ReadOnlySpan<long> times, ReadOnlySpan<T> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, times.Length);
        lock (_gate)
        {
            var rest = 0;
            while (rest < times.Length)
            {
                var run = AscendingRun(times[rest..]);
                if (run == 0)
                {
                    _late.Add(times[rest], values[rest]);
                    rest++;
                    continue;
                }

                Append(times.Slice(rest, run), values.Slice(rest, run));
                rest += run;
            }

            if (_late.Count >= MergeAtLeast && _late.Count >= _count / 8)
            {
                MergeLate();
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnSlice> Read(long fromInclusive, long toInclusive)
    {
        lock (_gate)
        {
            MergeLate();
            if (_count == 0 || fromInclusive > toInclusive)
            {
                return [];
            }

            var first = ChunkAtOrBefore(fromInclusive);
            var slices = new List<ColumnSlice>();
            for (var i = first; i < _chunks.Count && _chunks[i].FirstTime <= toInclusive; i++)
            {
                var chunk = _chunks[i];
                var start = chunk.FirstTime >= fromInclusive ? 0 : chunk.LowerBound(fromInclusive);
                var end = chunk.LastTime <= toInclusive ? chunk.Count : chunk.UpperBound(toInclusive);
                if (end > start)
                {
                    slices.Add(chunk.Slice(start, end - start));
                }
            }

            return slices;
        }
    }

    /// <inheritdoc/>
    public override ColumnSlice ReadLast()
    {
        lock (_gate)
        {
            MergeLate();
            return _count == 0 ? new ColumnSlice([], Array.Empty<T>(), 0, 0) : _chunks[^1].Slice(_chunks[^1].Count - 1, 1);
        }
    }

    /// <inheritdoc/>
    public override void Delete(long fromInclusive, long toInclusive)
    {
        lock (_gate)
        {
            MergeLate();
            var kept = new List<Chunk<T>>(_chunks.Count);
            foreach (var chunk in _chunks)
            {
                if (chunk.LastTime < fromInclusive || chunk.FirstTime > toInclusive)
                {
                    kept.Add(chunk);
                    continue;
                }

                var start = chunk.LowerBound(fromInclusive);
                var end = chunk.UpperBound(toInclusive);
                _count -= end - start;
                KeepPart(kept, chunk, 0, start);
                KeepPart(kept, chunk, end, chunk.Count);
            }

            _chunks = kept;
        }
    }

    private static void KeepPart(List<Chunk<T>> kept, Chunk<T> chunk, int start, int end)
    {
        if (end > start)
        {
            kept.Add(new Chunk<T>(chunk.Times[start..end].ToArray(), chunk.Values[start..end].ToArray()));
        }
    }

    /// <summary>Length of the prefix that is strictly ascending and newer than everything stored in chunks.</summary>
    private int AscendingRun(ReadOnlySpan<long> times)
    {
        if (_chunks.Count > 0 && times[0] <= _chunks[^1].LastTime)
        {
            return 0;
        }

        var run = 1;
        while (run < times.Length && times[run] > times[run - 1])
        {
            run++;
        }

        return run;
    }

    private void Append(ReadOnlySpan<long> times, ReadOnlySpan<T> values)
    {
        _count += times.Length;
        while (times.Length > 0)
        {
            if (_chunks.Count == 0 || _chunks[^1].Room <= 0)
            {
                _chunks.Add(new Chunk<T>(_chunks.Count == 0 ? Math.Min(times.Length, Chunk<T>.MaxCount) : Chunk<T>.MaxCount));
            }

            var chunk = _chunks[^1];
            var part = Math.Min(chunk.Room, times.Length);
            chunk.Append(times[..part], values[..part]);
            times = times[part..];
            values = values[part..];
        }
    }

    private int ChunkAtOrBefore(long time)
    {
        var low = 0;
        var high = _chunks.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_chunks[middle].FirstTime <= time)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private void MergeLate()
    {
        if (_late.Count == 0)
        {
            return;
        }

        var (times, values) = _late.Drain();
        var merged = new List<Chunk<T>>(_chunks.Count + (times.Length / Chunk<T>.MaxCount) + 1);
        var next = 0;
        for (var i = 0; i < _chunks.Count; i++)
        {
            var limit = i + 1 < _chunks.Count ? _chunks[i + 1].FirstTime : long.MaxValue;
            var end = next;
            while (end < times.Length && (times[end] < limit || i + 1 == _chunks.Count))
            {
                end++;
            }

            if (end == next)
            {
                merged.Add(_chunks[i]);
                continue;
            }

            MergeInto(merged, _chunks[i], times.AsSpan(next..end), values.AsSpan(next..end));
            next = end;
        }

        _chunks = merged;
        _count = 0;
        foreach (var chunk in merged)
        {
            _count += chunk.Count;
        }
    }

    private static void MergeInto(List<Chunk<T>> output, Chunk<T> chunk, ReadOnlySpan<long> times, ReadOnlySpan<T> values)
    {
        var total = chunk.Count + times.Length;
        var mergedTimes = new long[total];
        var mergedValues = new T[total];
        int left = 0, right = 0, used = 0;
        while (left < chunk.Count || right < times.Length)
        {
            var takeRight = left == chunk.Count || (right < times.Length && times[right] <= chunk.Times[left]);
            if (takeRight)
            {
                if (left < chunk.Count && chunk.Times[left] == times[right])
                {
                    left++;
                }

                mergedTimes[used] = times[right];
                mergedValues[used++] = values[right++];
            }
            else
            {
                mergedTimes[used] = chunk.Times[left];
                mergedValues[used++] = chunk.Values[left++];
            }
        }

        for (var start = 0; start < used; start += Chunk<T>.MaxCount)
        {
            var end = Math.Min(used, start + Chunk<T>.MaxCount);
            output.Add(new Chunk<T>(mergedTimes[start..end], mergedValues[start..end]));
        }
    }
}
