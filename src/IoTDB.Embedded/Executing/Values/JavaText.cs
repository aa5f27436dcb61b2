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

    public static string Of(double value) =>
        Special(value) ?? Layout(value.ToString("R", CultureInfo.InvariantCulture), Math.Abs(value));

    public static string Of(float value) =>
        Special(value) ?? Layout(value.ToString("R", CultureInfo.InvariantCulture), Math.Abs(value));

    private static string? Special(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        0 => double.IsNegative(value) ? "-0.0" : "0.0",
        _ => null,
    };

    // The shortest digits come from "R"; where the point stands is Java's rule.
    private static string Layout(string shortest, double magnitude)
    {
        string sign = shortest[0] == '-' ? "-" : string.Empty;
        string digits = Digits(shortest, out int exponent);
        if (magnitude is >= 1e-3 and < 1e7)
        {
            return sign + Plain(digits, exponent);
        }

        string fraction = digits.Length > 1 ? digits[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{fraction}E{exponent}");
    }

    // Significant digits without zeros at either end, and the power of ten of the first.
    private static string Digits(string text, out int exponent)
    {
        string body = text.TrimStart('-');
        int power = 0;
        int mark = body.IndexOf('E', StringComparison.Ordinal);
        if (mark >= 0)
        {
            power = int.Parse(body[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            body = body[..mark];
        }

        int point = body.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? body : body[..point];
        string all = whole + (point < 0 ? string.Empty : body[(point + 1)..]);
        int leading = 0;
        while (leading < all.Length - 1 && all[leading] == '0')
        {
            leading++;
        }

        exponent = whole.Length - 1 - leading + power;
        string digits = all[leading..].TrimEnd('0');
        return digits.Length == 0 ? "0" : digits;
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }

        string whole = digits.Length > exponent ? digits[..(exponent + 1)] : digits.PadRight(exponent + 1, '0');
        string fraction = digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0";
        return whole + "." + fraction;
    }
}
