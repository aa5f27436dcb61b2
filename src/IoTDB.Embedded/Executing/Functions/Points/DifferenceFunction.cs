using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>Differences and derivatives between consecutive values; nulls are passed over.</summary>
internal sealed class DifferenceFunction(DifferenceKind kind, TsDataType input) : PointFunction(TypeOf(kind, input))
{
    private bool _hasLast;
    private long _lastTime;
    private Value _last;

    public override void Accept(long time, Value value, List<Point> output)
    {
        if (value.IsNull)
        {
            return;
        }

        if (_hasLast)
        {
            output.Add(new Point(time, Compute(time, value)));
        }

        _hasLast = true;
        _lastTime = time;
        _last = value;
    }

    private static TsDataType TypeOf(DifferenceKind kind, TsDataType input) => kind switch
    {
        DifferenceKind.Time => TsDataType.Int64,
        DifferenceKind.Derivative or DifferenceKind.NonNegativeDerivative => TsDataType.Double,
        _ => input,
    };

    private Value Compute(long time, Value value)
    {
        double difference = input switch
        {
            // Whole numbers are subtracted exactly.
            TsDataType.Int32 => (long)value.AsInt - _last.AsInt,
            TsDataType.Int64 => unchecked(value.AsLong - _last.AsLong),
            TsDataType.Float => value.AsFloat - _last.AsFloat,
            _ => value.AsDouble - _last.AsDouble,
        };
        return kind switch
        {
            DifferenceKind.Time => Value.Of(time - _lastTime),
            DifferenceKind.Derivative => Value.Of(difference / (time - _lastTime)),
            DifferenceKind.NonNegativeDerivative => Value.Of(Math.Abs(difference) / (time - _lastTime)),
            _ => Typed(value, kind == DifferenceKind.NonNegative),
        };
    }

    private Value Typed(Value value, bool absolute)
    {
        switch (input)
        {
            case TsDataType.Int32:
                int narrow = unchecked(value.AsInt - _last.AsInt);
                return Value.Of(absolute && narrow < 0 ? unchecked(-narrow) : narrow);
            case TsDataType.Int64:
                long wide = unchecked(value.AsLong - _last.AsLong);
                return Value.Of(absolute && wide < 0 ? unchecked(-wide) : wide);
            case TsDataType.Float:
                float single = value.AsFloat - _last.AsFloat;
                return Value.Of(absolute ? Math.Abs(single) : single);
            default:
                double real = value.AsDouble - _last.AsDouble;
                return Value.Of(absolute ? Math.Abs(real) : real);
        }
    }
}
