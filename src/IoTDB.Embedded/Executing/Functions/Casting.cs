using System.Globalization;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>CAST: a converter for a pair of types. Source: sql.md section 5.6.</summary>
internal static class Casting
{
    public static Func<Value, Value> Converter(TsDataType from, TsDataType to, SqlContext context)
    {
        if (from == to)
        {
            return static value => value;
        }

        return to switch
        {
            TsDataType.Boolean => value => Value.Of(ToBoolean(value, from)),
            TsDataType.Int32 or TsDataType.Date => value => Value.Of(ToInt32(value, from)),
            TsDataType.Timestamp when from.IsBinary => value => Value.Of(ToTimestamp(value.AsText, context)),
            TsDataType.Int64 or TsDataType.Timestamp => value => Value.Of(ToInt64(value, from)),
            TsDataType.Float => value => Value.Of(ToFloat(value, from)),
            TsDataType.Double => value => Value.Of(ToDouble(value, from)),
            _ when from == TsDataType.Date => static value => Value.Of(Day(value.AsInt)),
            _ when from == TsDataType.Timestamp => value => Value.Of(Clock(value.AsLong, context.Precision)),
            _ => value => from.IsBinary ? value : Value.Of(JavaText.Of(value, from)),
        };
    }

    private static string Day(int date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date / 10_000:0000}-{date / 100 % 100:00}-{date % 100:00}");

    // UTC, whatever the session's zone.
    private static string Clock(long time, TimePrecision precision)
    {
        long milliseconds = TimeUnits.ToMilliseconds(time, precision);
        if (milliseconds is < -62_135_596_800_000 or > 253_402_300_799_999)
        {
            return time.ToString(CultureInfo.InvariantCulture);
        }

        DateTimeOffset local = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        // As Java prints a local time: seconds and their fraction only where there are any.
        string format = local.Millisecond != 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff" : local.Second != 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }

    private static long ToTimestamp(string text, SqlContext context)
    {
        try
        {
            return DateTimeLiteral.Parse(text, context);
        }
        catch (SqlException)
        {
            return SqlErrors.Execution<long>($"Text '{text}' could not be parsed");
        }
    }

    private static bool ToBoolean(Value value, TsDataType from)
    {
        if (!from.IsBinary)
        {
            return value.ToDouble(from) != 0;
        }

        string text = value.AsText;
        return text.Equals("true", StringComparison.OrdinalIgnoreCase) ||
            (!text.Equals("false", StringComparison.OrdinalIgnoreCase) && SqlErrors.Semantic<bool>($"Invalid text input for boolean type: {text}"));
    }

    private static int ToInt32(Value value, TsDataType from)
    {
        switch (from)
        {
            case TsDataType.Int64 or TsDataType.Timestamp:
                return value.AsLong is >= int.MinValue and <= int.MaxValue
                    ? (int)value.AsLong
                    : SqlErrors.Semantic<int>($"long value {value.AsLong} is out of range of integer value.");
            case TsDataType.Float or TsDataType.Double:
                double rounded = Math.Floor(value.ToDouble(from) + 0.5);
                return rounded is >= int.MinValue and <= int.MaxValue
                    ? (int)rounded
                    : SqlErrors.Semantic<int>($"{(from == TsDataType.Float ? "Float" : "Double")} value {JavaText.Of(value, from)} is out of range of integer value.");
            case TsDataType.Text or TsDataType.String or TsDataType.Blob:
                string text = value.AsText;
                return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int parsed)
                    ? parsed
                    : SqlErrors.Semantic<int>($"Cannot cast {text} to INT32 type");
            default:
                return value.AsInt;
        }
    }

    private static long ToInt64(Value value, TsDataType from)
    {
        switch (from)
        {
            case TsDataType.Float or TsDataType.Double:
                double rounded = Math.Floor(value.ToDouble(from) + 0.5);
                return rounded is >= -9223372036854775808.0 and < 9223372036854775808.0
                    ? (long)rounded
                    : SqlErrors.Semantic<long>($"{(from == TsDataType.Float ? "Float" : "Double")} value {JavaText.Of(value, from)} is out of range of long value.");
            case TsDataType.Text or TsDataType.String or TsDataType.Blob:
                string text = value.AsText;
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed)
                    ? parsed
                    : SqlErrors.Semantic<long>($"Cannot cast {text} to INT64 type");
            default:
                return value.AsLong;
        }
    }

    private static float ToFloat(Value value, TsDataType from)
    {
        if (from.IsBinary)
        {
            float parsed = (float)ParseDouble(value.AsText, "FLOAT");
            return float.IsInfinity(parsed) ? SqlErrors.Semantic<float>($"Cannot cast {value.AsText} to FLOAT type") : parsed;
        }

        double number = value.ToDouble(from);
        return Math.Abs(number) > float.MaxValue && !double.IsInfinity(number)
            ? SqlErrors.Semantic<float>($"Double value {JavaText.Of(number)} is out of range of float value.")
            : (float)number;
    }

    private static double ToDouble(Value value, TsDataType from) =>
        from.IsBinary ? ParseDouble(value.AsText, "DOUBLE") : value.ToDouble(from);

    private static double ParseDouble(string text, string type) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed)
            ? parsed
            : SqlErrors.Semantic<double>($"Cannot cast {text} to {type} type");
}
