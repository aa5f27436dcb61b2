using System.Buffers;
using IoTDB.Client;

namespace IoTDB.Orm.Writing;

/// <summary>Rows of one device, with their positions among the rows handed in. Arrays come from a pool; one owner.</summary>
internal sealed class RowGroup<T>(DevicePath device) : IDisposable
    where T : class, IDeviceEntity<T>
{
    private const int FirstCapacity = 16;

    private T[] _rows = [];
    private long[] _positions = [];
    private long _first;
    private bool _isContiguous = true;

    /// <summary>The device.</summary>
    internal DevicePath Device => device;

    internal int Count { get; private set; }

    /// <summary>The rows; after <see cref="RowOrder.Arrange"/> in the order they are to be sent.</summary>
    internal Span<T> Rows => _rows.AsSpan(0, Count);

    internal void Add(T row, long position)
    {
        if (Count == _rows.Length)
        {
            Grow(ref _rows, FirstCapacity);
        }

        if (Count == 0)
        {
            _first = position;
        }
        else if (_isContiguous && position != _first + Count)
        {
            KeepPositions();
        }

        if (!_isContiguous)
        {
            if (Count == _positions.Length)
            {
                Grow(ref _positions, FirstCapacity);
            }

            _positions[Count] = position;
        }

        _rows[Count++] = row;
    }

    /// <summary>Position of a row among the rows handed in.</summary>
    internal long PositionOf(int index) => _isContiguous ? _first + index : _positions[index];

    /// <summary>Puts the rows into another order: row <c>order[i]</c> becomes row <c>i</c>.</summary>
    internal void Reorder(ReadOnlySpan<int> order)
    {
        KeepPositions();
        T[] rows = ArrayPool<T>.Shared.Rent(Count);
        long[] positions = ArrayPool<long>.Shared.Rent(Count);
        for (int i = 0; i < order.Length; i++)
        {
            rows[i] = _rows[order[i]];
            positions[i] = _positions[order[i]];
        }

        Return();
        _rows = rows;
        _positions = positions;
    }

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        Return();
        _rows = [];
        _positions = [];
        Count = 0;
    }

    private void KeepPositions()
    {
        if (!_isContiguous)
        {
            return;
        }

        _isContiguous = false;
        _positions = ArrayPool<long>.Shared.Rent(_rows.Length);
        for (int i = 0; i < Count; i++)
        {
            _positions[i] = _first + i;
        }
    }

    private void Return()
    {
        if (_rows.Length > 0)
        {
            ArrayPool<T>.Shared.Return(_rows, clearArray: true);
        }

        if (_positions.Length > 0)
        {
            ArrayPool<long>.Shared.Return(_positions);
        }
    }

    private static void Grow<TItem>(ref TItem[] items, int atLeast)
    {
        TItem[] larger = ArrayPool<TItem>.Shared.Rent(Math.Max(atLeast, items.Length * 2));
        items.CopyTo(larger, 0);
        if (items.Length > 0)
        {
            ArrayPool<TItem>.Shared.Return(items, clearArray: !typeof(TItem).IsValueType);
        }

        items = larger;
    }
}
