using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using IoTDB.Client;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Mapping;

/// <summary>One column of a <see cref="Tablet{T}"/> as it will travel. Source: wire protocol 8.3.</summary>
/// <remarks>Instants are kept as ticks of 100 ns since 1970, because the server's precision is known only when the tablet is sent.</remarks>
internal sealed class ColumnBuffer(TsDataType type, int rows) : IDisposable
{
    private byte[] _cells = [];
    private byte[] _map = [];
    private bool _isTicks;

    /// <summary>Whether all values are there; not after a setter that failed.</summary>
    internal bool IsSet { get; private set; }

    /// <summary>Bytes of the cells.</summary>
    internal int Length { get; private set; }

    /// <summary>Whether a cell has no value.</summary>
    internal bool HasMissing { get; private set; }

    /// <summary>Least bytes of a cell.</summary>
    internal static int WidthOf(TsDataType type) => type switch
    {
        TsDataType.Boolean => 1,
        TsDataType.Int64 or TsDataType.Double or TsDataType.Timestamp => sizeof(long),
        _ => sizeof(int),
    };

    internal void Set(ReadOnlySpan<bool> values, ReadOnlySpan<bool> isNull)
    {
        MemoryMarshal.AsBytes(values).CopyTo(Begin(values.Length, isNull));
        IsSet = true;
    }

    internal void Set<TNumber>(ReadOnlySpan<TNumber> values, ReadOnlySpan<bool> isNull)
        where TNumber : unmanaged, INumber<TNumber>
    {
        BigEndian.Write(values, Begin(values.Length, isNull));
        IsSet = true;
    }

    internal void Set(ReadOnlySpan<DateOnly> values, ReadOnlySpan<bool> isNull)
    {
        Span<byte> cells = Begin(values.Length, isNull);
        for (int i = 0; i < values.Length; i++)
        {
            int number = !isNull.IsEmpty && isNull[i] ? DateNumber.Missing : DateNumber.Of(values[i]);
            BinaryPrimitives.WriteInt32BigEndian(cells[(i * sizeof(int))..], number);
        }

        IsSet = true;
    }

    internal void Set(ReadOnlySpan<DateTimeOffset> values, ReadOnlySpan<bool> isNull)
    {
        Span<byte> cells = Begin(values.Length, isNull);
        _isTicks = true;
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(cells[(i * sizeof(long))..], values[i].UtcTicks - DateTime.UnixEpoch.Ticks);
        }

        IsSet = true;
    }

    internal void Set(ReadOnlySpan<string?> values)
    {
        BeginVariable(values);
        foreach (string? value in values)
        {
            Length += TextCell.Write(value ?? "", Room(checked(sizeof(int) + ((value?.Length ?? 0) * 3))), 0);
        }

        IsSet = true;
    }

    internal void Set(ReadOnlySpan<byte[]?> values)
    {
        BeginVariable(values);
        foreach (byte[]? value in values)
        {
            ReadOnlySpan<byte> bytes = value;
            Length += TextCell.Write(bytes, Room(checked(sizeof(int) + bytes.Length)), 0);
        }

        IsSet = true;
    }

    /// <summary>Sets values of one of the stored types.</summary>
    internal void SetStored<TStore>(TStore[] values, int count, ReadOnlySpan<bool> isNull)
    {
        switch (values)
        {
            case bool[] flags: Set(flags.AsSpan(0, count), isNull); break;
            case int[] numbers: Set<int>(numbers.AsSpan(0, count), isNull); break;
            case long[] numbers: Set<long>(numbers.AsSpan(0, count), isNull); break;
            case float[] numbers: Set<float>(numbers.AsSpan(0, count), isNull); break;
            case double[] numbers: Set<double>(numbers.AsSpan(0, count), isNull); break;
            case DateOnly[] days: Set(days.AsSpan(0, count), isNull); break;
            case DateTimeOffset[] instants: Set(instants.AsSpan(0, count), isNull); break;
            case string[] texts: Set(texts.AsSpan(0, count)); break;
            case byte[][] blobs: Set(blobs.AsSpan(0, count)); break;
            default: throw new NotSupportedException($"{typeof(TStore)} is not a stored type.");
        }
    }

    /// <summary>Refuses columns of another length than the tablet.</summary>
    /// <exception cref="ArgumentException">They differ.</exception>
    internal void RequireLengths(int values, int flags)
    {
        if (values != rows || (flags != 0 && flags != rows))
        {
            throw new ArgumentException($"The tablet has {rows} rows, {values} values and {flags} null flags were given.");
        }
    }

    /// <summary>Writes the cells to where they travel from.</summary>
    internal void Write(Span<byte> target, TimeScale scale)
    {
        ReadOnlySpan<byte> cells = _cells.AsSpan(0, Length);
        if (!_isTicks)
        {
            cells.CopyTo(target);
            return;
        }

        for (int at = 0; at < cells.Length; at += sizeof(long))
        {
            BinaryPrimitives.WriteInt64BigEndian(target[at..], scale.FromUnixTicks(BinaryPrimitives.ReadInt64BigEndian(cells[at..])));
        }
    }

    /// <summary>Writes the map of missing cells; of a column that was never set, all.</summary>
    internal static void WriteMap(ColumnBuffer? column, Span<byte> map, int rows)
    {
        if (column is not null)
        {
            column._map.AsSpan(0, map.Length).CopyTo(map);
            return;
        }

        map.Fill(0xFF);
        map[^1] = (byte)((1 << (rows & 7)) - 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Return(ref _cells);
        Return(ref _map);
        Length = 0;
    }

    private static void Return(ref byte[] bytes)
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = [];
        }
    }

    private static void Reserve(ref byte[] bytes, int length, int keep)
    {
        if (bytes.Length < length)
        {
            byte[] grown = ArrayPool<byte>.Shared.Rent(length);
            bytes.AsSpan(0, keep).CopyTo(grown);
            Return(ref bytes);
            bytes = grown;
        }
    }

    private Span<byte> Begin(int values, ReadOnlySpan<bool> isNull)
    {
        RequireLengths(values, isNull.Length);
        IsSet = false;
        _isTicks = false;
        HasMissing = false;
        if (!isNull.IsEmpty)
        {
            Reserve(ref _map, BitPacking.TabletBitmapLength(rows), keep: 0);
            HasMissing = BitPacking.PackLeastSignificantFirst(isNull, _map);
        }

        Length = checked(rows * WidthOf(type));
        Reserve(ref _cells, Length, keep: 0);
        return _cells.AsSpan(0, Length);
    }

    private void BeginVariable<TValue>(ReadOnlySpan<TValue?> values)
        where TValue : class
    {
        RequireLengths(values.Length, 0);
        IsSet = false;
        Length = 0;
        HasMissing = false;
        Reserve(ref _map, BitPacking.TabletBitmapLength(rows), keep: 0);
        _map.AsSpan(0, BitPacking.TabletBitmapLength(rows)).Clear();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is null)
            {
                HasMissing = true;
                _map[i >> 3] |= (byte)(1 << (i & 7));
            }
        }
    }

    private Span<byte> Room(int more)
    {
        if (_cells.Length - Length < more)
        {
            Reserve(ref _cells, checked(Math.Max(Length + more, _cells.Length * 2)), keep: Length);
        }

        return _cells.AsSpan(Length);
    }
}
