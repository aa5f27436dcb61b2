using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>FILL(LINEAR): between the values before and after, by time; nothing beyond the ends. Holds rows back until the next value is known.</summary>
internal sealed class LinearFillOperator(RowOperator source, IReadOnlyList<TsDataType> types, int width, EmbeddedQueryLimits limits) : RowOperator
{
    private readonly Row _row = new(width);
    private readonly Queue<RowSnapshot> _waiting = new();
    private readonly Value[] _last = new Value[types.Count];
    private readonly long[] _lastTimes = new long[types.Count];
    private readonly List<RowSnapshot>[] _open = [.. types.Select(_ => new List<RowSnapshot>())];
    private bool _ended;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        while (!_ended && (_waiting.Count == 0 || HasOpen()))
        {
            if (!source.MoveNext())
            {
                _ended = true;
                CloseAll();
                break;
            }

            if (_waiting.Count >= limits.MaxBufferedRows)
            {
                SqlErrors.Execution($"FILL(LINEAR) needs more than {limits.MaxBufferedRows} rows in memory.");
            }

            Take(RowSnapshot.Of(source.Current, 0));
        }

        if (_waiting.Count == 0)
        {
            return false;
        }

        _waiting.Dequeue().CopyTo(_row);
        return true;
    }

    private static Value Between(TsDataType type, Value before, Value after, double part)
    {
        switch (type)
        {
            case TsDataType.Int32 or TsDataType.Date:
                // Of a day the digits are interpolated, be the result a day or not.
                return Value.Of((int)(before.AsInt + ((after.AsInt - (double)before.AsInt) * part)));
            case TsDataType.Int64 or TsDataType.Timestamp:
                return Value.Of((long)(before.AsLong + ((after.AsLong - (double)before.AsLong) * part)));
            case TsDataType.Float:
                return Value.Of((float)(before.AsFloat + ((after.AsFloat - before.AsFloat) * part)));
            default:
                return Value.Of(before.AsDouble + ((after.AsDouble - before.AsDouble) * part));
        }
    }

    // At the end: no later value will come.
    private void CloseAll()
    {
        foreach (List<RowSnapshot> open in _open)
        {
            open.Clear();
        }
    }

    private bool HasOpen()
    {
        RowSnapshot first = _waiting.Peek();
        for (int column = 0; column < types.Count; column++)
        {
            if (_open[column].Count > 0 && ReferenceEquals(_open[column][0], first))
            {
                return true;
            }
        }

        return false;
    }

    private void Take(RowSnapshot row)
    {
        _waiting.Enqueue(row);
        for (int column = 0; column < types.Count; column++)
        {
            if (!CanInterpolate(types[column]))
            {
                continue;
            }

            Value value = row.Values[column];
            if (value.IsNull)
            {
                // Before the first value nothing can be filled.
                if (!_last[column].IsNull)
                {
                    _open[column].Add(row);
                }

                continue;
            }

            foreach (RowSnapshot open in _open[column])
            {
                double part = (open.Time - (double)_lastTimes[column]) / (row.Time - (double)_lastTimes[column]);
                open.Values[column] = Between(types[column], _last[column], value, part);
            }

            _open[column].Clear();
            _last[column] = value;
            _lastTimes[column] = row.Time;
        }
    }

    private static bool CanInterpolate(TsDataType type) => type.IsNumeric || type is TsDataType.Timestamp or TsDataType.Date;
}
