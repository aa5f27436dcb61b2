using System.Buffers.Binary;
using System.Globalization;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;

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
            TsDataType.Date when from.IsText => static value => Value.Of(TimeCasting.DayOf(value.AsText)),
            TsDataType.Date when from == TsDataType.Timestamp => value => Value.Of(TimeCasting.DayOf(value.AsLong, context.Precision)),
            TsDataType.Int32 or TsDataType.Date => value => Value.Of(ToInt32(value, from)),
            TsDataType.Timestamp when from.IsBinary => value => Value.Of(TimeCasting.InstantOf(value.AsText, context)),
            TsDataType.Timestamp when from == TsDataType.Date => value => Value.Of(TimeCasting.InstantOf(value.AsInt, context.Precision)),
            TsDataType.Int64 or TsDataType.Timestamp => value => Value.Of(ToInt64(value, from)),
            TsDataType.Float => value => Value.Of(ToFloat(value, from)),
            TsDataType.Double => value => Value.Of(ToDouble(value, from)),
            TsDataType.Blob when !from.IsBinary => value => Value.Of(Bytes(value, from)),
            _ when from == TsDataType.Date => static value => Value.Of(TimeCasting.Text(value.AsInt)),
            _ when from == TsDataType.Timestamp => value => Value.Of(TimeCasting.Text(value.AsLong, context.Precision)),
            _ => value => from.IsBinary ? value : Value.Of(JavaText.Of(value, from)),
        };
    }

    // As the number lies in memory, the high byte first.
    private static byte[] Bytes(Value value, TsDataType from)
    {
        if (from == TsDataType.Boolean)
        {
            return [value.AsBoolean ? (byte)1 : (byte)0];
        }

        bool isNarrow = from is TsDataType.Int32 or TsDataType.Date or TsDataType.Float;
        byte[] bytes = new byte[isNarrow ? sizeof(int) : sizeof(long)];
        if (isNarrow)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes, value.AsInt);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, value.AsLong);
        }

        return bytes;
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
                // A DOUBLE is first made a FLOAT, which costs digits.
                double rounded = JavaNumbers.Round(value.ToDouble(from));
                return double.IsNaN(rounded) || rounded is >= int.MinValue and <= int.MaxValue
                    ? JavaNumbers.ToInt32(JavaNumbers.Round((float)value.ToDouble(from)))
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
                double rounded = JavaNumbers.Round(value.ToDouble(from));
                return double.IsNaN(rounded) || rounded is >= -9223372036854775808.0 and < 9223372036854775808.0
                    ? JavaNumbers.ToInt64(rounded)
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
