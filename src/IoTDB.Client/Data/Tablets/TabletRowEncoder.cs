using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

/// <summary>Writes rows of a <see cref="Tablet"/> into a frame, in the order given. Source: wire protocol 8.2, 8.3.</summary>
internal sealed class TabletRowEncoder
{
    private readonly Tablet _tablet;
    private readonly TimeScale _scale;
    private readonly int[]? _order;
    private readonly long[] _times;

    /// <param name="tablet">The rows, in any order.</param>
    /// <param name="scale">The server's precision.</param>
    /// <param name="sorted">They are said to be in ascending order.</param>
    /// <exception cref="ArgumentException">They are not, or a time, day or instant has no form on the wire.</exception>
    public TabletRowEncoder(Tablet tablet, TimeScale scale, bool sorted)
    {
        _tablet = tablet;
        _scale = scale;
        _times = tablet.RawTimes.ToArray();
        if (tablet.Unit == TimeUnit.Ticks)
        {
            foreach (ref long time in _times.AsSpan())
            {
                time = scale.FromUnixTicks(time);
            }
        }

        RequireForms();
        Waves = [_times.Length];
        if (TimeOrder.IsStrictlyAscending(_times))
        {
            return;
        }

        if (!TimeOrder.IsAscending(_times, out int earlier) && sorted)
        {
            throw new ArgumentException($"Row {earlier} of '{tablet.Target}' is earlier than the row before it, but the rows were said to be sorted; leave out 'sorted: true' and they will be.", nameof(tablet));
        }

        // Rows of a table that have one time are those of different tags.
        if (!tablet.IsTable)
        {
            _order = TimeOrder.InWaves(_times.ToArray(), out int[] waves);
            Waves = waves;
        }
        else if (earlier < _times.Length)
        {
            _order = TimeOrder.Stable(_times.ToArray());
        }
    }

    /// <summary>Where each wave of rows ends that have all different times; see <see cref="TimeOrder"/>.</summary>
    public int[] Waves { get; }

    public int Rows => _times.Length;

    /// <summary>The rows travel in the caller's order.</summary>
    public bool IsInOrder => _order is null;

    /// <summary>The first and the last time.</summary>
    public (long First, long Last) Range => _order is null ? (_times[0], _times[^1]) : (_times.Min(), _times.Max());

    /// <summary>The caller's row that travels at a place.</summary>
    public int RowAt(int place) => _order is null ? place : _order[place];

    public long TimeAt(int place) => _times[RowAt(place)];

    /// <summary>Bytes of times and values of some rows.</summary>
    public int SizeOf(int from, int to)
    {
        int rows = to - from;
        long size = rows * (long)sizeof(long);
        foreach (TabletColumn column in _tablet.Columns)
        {
            size += 2 + BitPacking.TabletBitmapLength(rows) + column.DataType switch
            {
                TsDataType.Boolean => rows,
                TsDataType.Int32 or TsDataType.Float or TsDataType.Date => rows * 4L,
                TsDataType.Int64 or TsDataType.Double or TsDataType.Timestamp => rows * 8L,
                _ => (rows * 4L) + VariableBytes(column, from, to),
            };
        }

        return (int)Math.Min(size, int.MaxValue);
    }

    /// <summary>Appends a tablet with the rows from one place to before another.</summary>
    public void Encode(InsertFrame frame, bool aligned, int from, int to)
    {
        int rows = to - from;
        frame.BeginTablet(_tablet.Target, _tablet.ShapeFor(aligned), rows);
        Span<byte> values = frame.Values(SizeOf(from, to));
        Span<byte> times = frame.Times;
        for (int place = from; place < to; place++)
        {
            BinaryPrimitives.WriteInt64BigEndian(times[((place - from) * sizeof(long))..], TimeAt(place));
        }

        int written = 0;
        bool anyNull = false;
        foreach (TabletColumn column in _tablet.Columns)
        {
            written += EncodeColumn(column, from, to, values[written..]);
            anyNull |= !column.NullFlags(_tablet.Count).IsEmpty;
        }

        if (anyNull)
        {
            foreach (TabletColumn column in _tablet.Columns)
            {
                written += EncodeNulls(column, from, to, values[written..]);
            }
        }

        frame.EndTablet(written);
    }

    // Days and instants get their form when their part is encoded; one that has none is found before the first part is sent.
    private void RequireForms()
    {
        foreach (TabletColumn column in _tablet.Columns)
        {
            if (column is TabletColumn<DateOnly> days)
            {
                ReadOnlySpan<DateOnly> values = days.Values;
                for (int row = 0; row < values.Length; row++)
                {
                    if (values[row] < DateNumber.First && !days.IsNull(row))
                    {
                        DateNumber.Of(values[row]);
                    }
                }
            }
            else if (column is TabletColumn<DateTimeOffset> instants && _scale.Precision == TimePrecision.Nanoseconds)
            {
                for (int row = 0; row < _times.Length; row++)
                {
                    _ = instants.IsNull(row) ? 0 : _scale.FromDateTimeOffset(instants.Values[row]);
                }
            }
        }
    }

    private long VariableBytes(TabletColumn column, int from, int to)
    {
        long bytes = 0;
        for (int place = from; place < to; place++)
        {
            int row = RowAt(place);
            bytes += column is TabletColumn<string?> text
                ? WireText.Strict.GetByteCount(text.Values[row] ?? string.Empty)
                : ((TabletColumn<byte[]?>)column).Values[row]?.Length ?? 0;
        }

        return bytes;
    }

    private int EncodeColumn(TabletColumn column, int from, int to, Span<byte> target) => column switch
    {
        TabletColumn<bool> c => EncodeBooleans(c.Values, from, to, target),
        TabletColumn<int> c => EncodeNumbers<int>(c.Values, from, to, target),
        TabletColumn<float> c => EncodeNumbers(MemoryMarshal.Cast<float, int>(c.Values), from, to, target),
        TabletColumn<long> c => EncodeNumbers<long>(c.Values, from, to, target),
        TabletColumn<double> c => EncodeNumbers(MemoryMarshal.Cast<double, long>(c.Values), from, to, target),
        TabletColumn<DateOnly> c => EncodeDates(c, from, to, target),
        TabletColumn<DateTimeOffset> c => EncodeInstants(c, from, to, target),
        TabletColumn<string?> c => EncodeTexts(c.Values, from, to, target),
        _ => EncodeBlobs(((TabletColumn<byte[]?>)column).Values, from, to, target),
    };

    private int EncodeNulls(TabletColumn column, int from, int to, Span<byte> target)
    {
        ReadOnlySpan<bool> flags = column.NullFlags(_tablet.Count);
        int length = BitPacking.TabletBitmapLength(to - from);
        target[0] = flags.IsEmpty ? (byte)0 : (byte)1;
        if (flags.IsEmpty)
        {
            return 1;
        }

        Span<byte> bits = target.Slice(1, length);
        bits.Clear();
        for (int place = from; place < to; place++)
        {
            if (flags[RowAt(place)])
            {
                bits[(place - from) >> 3] |= (byte)(1 << ((place - from) & 7));
            }
        }

        return 1 + length;
    }

    private int EncodeBooleans(ReadOnlySpan<bool> values, int from, int to, Span<byte> target)
    {
        for (int place = from; place < to; place++)
        {
            target[place - from] = values[RowAt(place)] ? (byte)1 : (byte)0;
        }

        return to - from;
    }

    private int EncodeNumbers<T>(ReadOnlySpan<T> values, int from, int to, Span<byte> target)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (_order is null)
        {
            return BigEndian.Write(values[from..to], target);
        }

        int width = Unsafe.SizeOf<T>();
        for (int place = from; place < to; place++)
        {
            BigEndian.WriteOne(values[_order[place]], target[((place - from) * width)..]);
        }

        return (to - from) * width;
    }

    private int EncodeDates(TabletColumn<DateOnly> column, int from, int to, Span<byte> target)
    {
        for (int place = from; place < to; place++)
        {
            int row = RowAt(place);
            BinaryPrimitives.WriteInt32BigEndian(
                target[((place - from) * 4)..], column.IsNull(row) ? DateNumber.Missing : DateNumber.Of(column.Values[row]));
        }

        return (to - from) * 4;
    }

    private int EncodeInstants(TabletColumn<DateTimeOffset> column, int from, int to, Span<byte> target)
    {
        for (int place = from; place < to; place++)
        {
            int row = RowAt(place);
            BinaryPrimitives.WriteInt64BigEndian(
                target[((place - from) * 8)..], column.IsNull(row) ? 0 : _scale.FromDateTimeOffset(column.Values[row]));
        }

        return (to - from) * 8;
    }

    private int EncodeTexts(ReadOnlySpan<string?> values, int from, int to, Span<byte> target)
    {
        int written = 0;
        for (int place = from; place < to; place++)
        {
            written = TextCell.Write(values[RowAt(place)] ?? string.Empty, target, written);
        }

        return written;
    }

    private int EncodeBlobs(ReadOnlySpan<byte[]?> values, int from, int to, Span<byte> target)
    {
        int written = 0;
        for (int place = from; place < to; place++)
        {
            written = TextCell.Write(values[RowAt(place)].AsSpan(), target, written);
        }

        return written;
    }
}
