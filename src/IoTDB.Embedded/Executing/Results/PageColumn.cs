using IoTDB.Embedded.Executing.Values;
using IoTDB.Wire.Blocks;

namespace IoTDB.Embedded.Executing.Results;

/// <summary>One column of a page, in the arrays the wire wants.</summary>
internal sealed class PageColumn
{
    private readonly int _width;
    private bool[] _missing;
    private bool[] _booleans;
    private int[] _ints;
    private long[] _longs;
    private float[] _floats;
    private double[] _doubles;
    private byte[]?[] _binaries;

    public PageColumn(TsDataType type, int capacity)
    {
        Type = type;
        _width = type switch
        {
            TsDataType.Boolean => 1,
            TsDataType.Int32 or TsDataType.Date or TsDataType.Float => 4,
            _ => 8,
        };
        _missing = new bool[capacity];
        _booleans = type == TsDataType.Boolean ? new bool[capacity] : [];
        _ints = type is TsDataType.Int32 or TsDataType.Date ? new int[capacity] : [];
        _longs = type is TsDataType.Int64 or TsDataType.Timestamp ? new long[capacity] : [];
        _floats = type == TsDataType.Float ? new float[capacity] : [];
        _doubles = type == TsDataType.Double ? new double[capacity] : [];
        _binaries = type.IsBinary ? new byte[]?[capacity] : [];
    }

    public TsDataType Type { get; }

    /// <summary>A row's value, as a value again.</summary>
    public Value this[int row] => _missing[row] ? Value.Null : Type switch
    {
        TsDataType.Boolean => Value.Of(_booleans[row]),
        TsDataType.Int32 or TsDataType.Date => Value.Of(_ints[row]),
        TsDataType.Int64 or TsDataType.Timestamp => Value.Of(_longs[row]),
        TsDataType.Float => Value.Of(_floats[row]),
        TsDataType.Double => Value.Of(_doubles[row]),
        _ => Value.Of(_binaries[row]!),
    };

    /// <summary>Makes room for more rows.</summary>
    public void Resize(int capacity)
    {
        Array.Resize(ref _missing, capacity);
        Grow(ref _booleans, capacity);
        Grow(ref _ints, capacity);
        Grow(ref _longs, capacity);
        Grow(ref _floats, capacity);
        Grow(ref _doubles, capacity);
        Grow(ref _binaries, capacity);
    }

    /// <returns>Bytes the value takes.</returns>
    public int Set(int row, Value value)
    {
        _missing[row] = value.IsNull;
        switch (Type)
        {
            case TsDataType.Boolean:
                _booleans[row] = value.AsBoolean;
                break;
            case TsDataType.Int32 or TsDataType.Date:
                _ints[row] = value.AsInt;
                break;
            case TsDataType.Int64 or TsDataType.Timestamp:
                _longs[row] = value.AsLong;
                break;
            case TsDataType.Float:
                _floats[row] = value.AsFloat;
                break;
            case TsDataType.Double:
                _doubles[row] = value.AsDouble;
                break;
            default:
                _binaries[row] = value.IsNull ? null : value.AsBytes;
                return _binaries[row]?.Length ?? 0;
        }

        return _width;
    }

    public void Write(ResultBlockEncoder encoder, int rows)
    {
        ReadOnlySpan<bool> missing = _missing.AsSpan(0, rows);
        switch (Type)
        {
            case TsDataType.Boolean:
                encoder.WriteBooleans(_booleans.AsSpan(0, rows), missing);
                break;
            case TsDataType.Int32 or TsDataType.Date:
                encoder.WriteInts(Type, _ints.AsSpan(0, rows), missing);
                break;
            case TsDataType.Int64 or TsDataType.Timestamp:
                encoder.WriteLongs(Type, _longs.AsSpan(0, rows), missing);
                break;
            case TsDataType.Float:
                encoder.WriteFloats(_floats.AsSpan(0, rows), missing);
                break;
            case TsDataType.Double:
                encoder.WriteDoubles(_doubles.AsSpan(0, rows), missing);
                break;
            default:
                encoder.WriteBinaries(Type, _binaries.AsSpan(0, rows));
                break;
        }
    }

    // Only the array of the column's type is in use; the others stay empty.
    private static void Grow<T>(ref T[] array, int capacity)
    {
        if (array.Length > 0)
        {
            Array.Resize(ref array, capacity);
        }
    }
}
