using System.ComponentModel;

namespace IoTDB.Orm.Generated;

/// <summary>Newest values of one device, as generated code reads them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LatestCells
{
    private readonly ICells _cells;
    private readonly int _columns;

    internal LatestCells(ICells cells, int columns)
    {
        _cells = cells;
        _columns = columns;
    }

    /// <summary>Whether no column has ever had a value.</summary>
    internal bool IsEmpty
    {
        get
        {
            for (int column = 0; column < _columns; column++)
            {
                if (!_cells.IsNull(column))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The newest value of a column of a value type.</summary>
    /// <typeparam name="TValue">The property's type without its <c>?</c>.</typeparam>
    /// <param name="number">Place of the column among those asked for.</param>
    /// <param name="column">The column.</param>
    public Timed<TValue>? Value<TValue>(int number, IColumn<TValue?> column)
        where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Reader(_cells, number) is { } value && !_cells.IsNull(_columns + number)
            ? new Timed<TValue>(value, _cells.Instant(_columns + number))
            : null;
    }

    /// <summary>The newest value of a column of a class: text, bytes, a converted class.</summary>
    /// <typeparam name="TValue">The property's type.</typeparam>
    /// <param name="number">Place of the column among those asked for.</param>
    /// <param name="column">The column.</param>
    public Timed<TValue>? Object<TValue>(int number, IColumn<TValue?> column)
        where TValue : class
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Reader(_cells, number) is { } value && !_cells.IsNull(_columns + number)
            ? new Timed<TValue>(value, _cells.Instant(_columns + number))
            : null;
    }
}
