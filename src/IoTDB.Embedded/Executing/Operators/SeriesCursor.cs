using IoTDB.Embedded.Engine.Storage;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Walks the points of one series, forward or backward.</summary>
internal sealed class SeriesCursor(IReadOnlyList<ColumnSlice> slices, TsDataType type, bool isDescending, long most = long.MaxValue)
{
    private int _slice = isDescending ? slices.Count : -1;
    private int _position;
    private long _rest = most;
    private ColumnSlice _current;

    /// <summary>Time of the point the cursor stands on.</summary>
    public long Time { get; private set; }

    public bool MoveNext()
    {
        if (_rest-- <= 0)
        {
            return false;
        }

        if (isDescending ? --_position < 0 : ++_position >= _current.Count)
        {
            if (!NextSlice())
            {
                return false;
            }
        }

        Time = _current.Times[_position];
        return true;
    }

    public Value Read() => type switch
    {
        TsDataType.Boolean => Value.Of(_current.Booleans[_position]),
        TsDataType.Int32 or TsDataType.Date => Value.Of(_current.Ints[_position]),
        TsDataType.Int64 or TsDataType.Timestamp => Value.Of(_current.Longs[_position]),
        TsDataType.Float => Value.Of(_current.Floats[_position]),
        TsDataType.Double => Value.Of(_current.Doubles[_position]),
        _ => Value.Of(_current.Blobs[_position]),
    };

    private bool NextSlice()
    {
        do
        {
            _slice += isDescending ? -1 : 1;
            if (_slice < 0 || _slice >= slices.Count)
            {
                return false;
            }

            _current = slices[_slice];
        }
        while (_current.Count == 0);
        _position = isDescending ? _current.Count - 1 : 0;
        return true;
    }
}
