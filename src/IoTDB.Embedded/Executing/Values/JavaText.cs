using System.Globalization;

namespace IoTDB.Embedded.Executing.Values;

/// <summary>Values as the server writes them into text: numbers as Java prints them.</summary>
internal static class JavaText
{
    public static string Of(Value value, TsDataType type) => type switch
    {
        TsDataType.Boolean => value.AsBoolean ? "true" : "false",
        TsDataType.Int32 or TsDataType.Date => value.AsInt.ToString(CultureInfo.InvariantCulture),
        TsDataType.Int64 or TsDataType.Timestamp => value.AsLong.ToString(CultureInfo.InvariantCulture),
        TsDataType.Float => Of(value.AsFloat),
        TsDataType.Double => Of(value.AsDouble),
        _ => value.AsText,
    };

    public static string Of(double value)
    {
        if (Special(value) is { } special)
        {
            return special;
        }

        (string digits, int point) = JavaDigits.Of(Math.Abs(value));
        return (value < 0 ? "-" : string.Empty) + Layout(digits, point);
    }

    public static string Of(float value)
    {
        if (Special(value) is { } special)
        {
            return special;
        }

        (string digits, int point) = JavaDigits.Of(Math.Abs(value));
        return (value < 0 ? "-" : string.Empty) + Layout(digits, point);
    }

    private static string? Special(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        0 => double.IsNegative(value) ? "-0.0" : "0.0",
        _ => null,
    };

    private static string Layout(string digits, int point)
    {
        if (point is > 0 and < 8)
        {
            return digits.Length > point ? $"{digits[..point]}.{digits[point..]}" : digits.PadRight(point, '0') + ".0";
        }

        if (point is > -3 and <= 0)
        {
            return $"0.{new string('0', -point)}{digits}";
        }

        string fraction = digits.Length > 1 ? digits[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}.{fraction}E{point - 1}");
    }
}
