using System.Buffers;
using System.Runtime.CompilerServices;

namespace IoTDB.Client;

/// <summary>Values of one column of a <see cref="Tablet"/>, in pooled memory, without boxing.</summary>
/// <typeparam name="T">
/// bool, int, long, float, double; <see cref="string"/> for TEXT and STRING, byte[] for BLOB, <see cref="DateOnly"/> for DATE,
/// <see cref="DateTimeOffset"/> for TIMESTAMP.
/// </typeparam>
public sealed class TabletColumn<T> : TabletColumn
{
    private readonly Tablet _tablet;
    private T[] _values;
    private bool[]? _nulls;

    internal TabletColumn(Tablet tablet, string name, TsDataType dataType, ColumnCategory category, int capacity)
        : base(name, dataType, category, capacity)
    {
        _tablet = tablet;
        _values = ArrayPool<T>.Shared.Rent(capacity);
    }

    /// <summary>A cell's value; writing it makes the cell present, unless the value is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public T this[int row]
    {
        get => Values[row];
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_tablet.Count, nameof(row));
            Set(row, value);
        }
    }

    /// <summary>Values of all rows; <c>default</c> where a cell has none.</summary>
    public Span<T> Values => _values.AsSpan(0, _tablet.Count);

    internal override Type ValueType => typeof(T);

    /// <summary>Writes the whole column; the tablet has as many rows already, or none and gets them.</summary>
    /// <param name="values">A value for every row; ignored where the flag is set.</param>
    /// <param name="isNull">A flag for every row: the cell has no value. Empty means that all have one.</param>
    /// <exception cref="ArgumentException">The lengths differ from each other or from the tablet's.</exception>
    public void CopyFrom(ReadOnlySpan<T> values, ReadOnlySpan<bool> isNull = default)
    {
        if (!isNull.IsEmpty && isNull.Length != values.Length)
        {
            throw new ArgumentException($"{values.Length} values and {isNull.Length} flags: must be equal in number.", nameof(isNull));
        }

        _tablet.RequireRows(values.Length);
        values.CopyTo(_values);
        bool anyNull = isNull.Contains(true);
        if (!anyNull && _nulls is not null)
        {
            _nulls.AsSpan(0, values.Length).Clear();
        }

        if (anyNull)
        {
            isNull.CopyTo(EnsureNulls());
        }

        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            MarkNullReferences(values);
        }
    }

    /// <inheritdoc/>
    public override bool IsNull(int row) => _nulls is not null && _nulls.AsSpan(0, _tablet.Count)[row];

    /// <inheritdoc/>
    public override void SetNull(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_tablet.Count, nameof(row));
        SetMissing(row);
    }

    internal void Set(int row, T value)
    {
        if (value is null)
        {
            SetMissing(row);
            return;
        }

        _values[row] = value;
        if (_nulls is not null)
        {
            _nulls[row] = false;
        }
    }

    internal void SetMissing(int row)
    {
        _values[row] = default!;
        EnsureNulls()[row] = true;
    }

    internal override ReadOnlySpan<bool> NullFlags(int rows)
    {
        ReadOnlySpan<bool> flags = _nulls.AsSpan(0, _nulls is null ? 0 : rows);
        return flags.Contains(true) ? flags : default;
    }

    internal override void Grow(int capacity, int keep)
    {
        T[] grown = ArrayPool<T>.Shared.Rent(capacity);
        _values.AsSpan(0, keep).CopyTo(grown);
        Return(_values);
        _values = grown;
        if (_nulls is { } old)
        {
            _nulls = ArrayPool<bool>.Shared.Rent(capacity);
            _nulls.AsSpan().Clear();
            old.AsSpan(0, keep).CopyTo(_nulls);
            ArrayPool<bool>.Shared.Return(old);
        }

        Capacity = capacity;
    }

    internal override void Clear(int rows)
    {
        _nulls?.AsSpan(0, rows).Clear();
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            _values.AsSpan(0, rows).Clear();
        }
    }

    internal override void Free()
    {
        Return(_values);
        _values = [];
        if (_nulls is { } nulls)
        {
            _nulls = null;
            ArrayPool<bool>.Shared.Return(nulls);
        }
    }

    private static void Return(T[] values) =>
        ArrayPool<T>.Shared.Return(values, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());

    private bool[] EnsureNulls()
    {
        if (_nulls is null)
        {
            _nulls = ArrayPool<bool>.Shared.Rent(Capacity);
            _nulls.AsSpan().Clear();
        }

        return _nulls;
    }

    private void MarkNullReferences(ReadOnlySpan<T> values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (values[row] is null)
            {
                EnsureNulls()[row] = true;
            }
        }
    }
}
