using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace IoTDB.Orm.Generated;

/// <summary>The device of each row: one for all, or the Device column of an answer that is aligned by device.</summary>
/// <typeparam name="T">The mapped class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct DeviceCells<T>
    where T : class, IDeviceEntity<T>
{
    private readonly bool _isFixed;
    private VariableCells _cells;
    private ReadOnlySpan<byte> _current;
    private IReadOnlyList<string> _values;

    internal DeviceCells(DeviceKey<T> device)
    {
        _isFixed = true;
        _values = device.Values;
    }

    internal DeviceCells(VariableCells cells)
    {
        _cells = cells;
        _values = [];
    }

    /// <summary>Steps to a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Whether its device is another one than that of the row before.</returns>
    public bool Next(int row) => _isFixed ? row == 0 : Move(row);

    /// <summary>A key's value.</summary>
    /// <param name="key">The key's place in the path.</param>
    public readonly string Text(int key) => _values[key];

    /// <summary>A key's value as a number.</summary>
    /// <typeparam name="TKey">An integer type.</typeparam>
    /// <param name="key">The key's place in the path.</param>
    /// <exception cref="FormatException">The level of the path is no such number.</exception>
    public readonly TKey Integer<TKey>(int key)
        where TKey : struct, IBinaryInteger<TKey> =>
        TKey.TryParse(_values[key], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out TKey value)
            ? value
            : throw new FormatException($"A device of {T.Model.Pattern} has '{_values[key]}' where {typeof(T).Name} has a key of type {typeof(TKey).Name}.");

    private bool Move(int row)
    {
        if (!_cells.Next(row))
        {
            throw new InvalidDataException("A row of the answer names no device.");
        }

        ReadOnlySpan<byte> device = _cells.Current;
        if (row > 0 && device.SequenceEqual(_current))
        {
            return false;
        }

        _current = device;
        _values = T.Model.KeysOf(Encoding.UTF8.GetString(device));
        return true;
    }
}
