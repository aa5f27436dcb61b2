using System.Globalization;
using System.Text;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Reads values given as text the way the server does on insert.</summary>
/// <param name="readInstant">A date-time text as the server's integer, or null; depends on the session's zone.</param>
/// <remarks>Source: recordings <c>types</c> and <c>insert_string_record</c>; SQL reference 4.2, wire reference 8.9.</remarks>
internal sealed class TextValueReader(Func<string, long?> readInstant)
{
    /// <summary>Reads <paramref name="text"/> (quotes included) as <paramref name="target"/> into one slot of an array of that type.</summary>
    public bool TryRead(TsDataType target, string text, Array points, int index, out string reason)
    {
        reason = "";
        switch (target)
        {
            case TsDataType.Boolean:
                return TryBoolean(text, ref ((bool[])points)[index], ref reason);
            case TsDataType.Int32:
                return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ((int[])points)[index])
                    || Inconsistent(target, text, ref reason);
            case TsDataType.Int64:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ((long[])points)[index])
                    || Inconsistent(target, text, ref reason);
            case TsDataType.Float:
                return TryFloat(text, ref ((float[])points)[index], ref reason);
            case TsDataType.Double:
                return TryDouble(text, ref ((double[])points)[index], ref reason);
            case TsDataType.Date:
                return TryDate(text, ref ((int[])points)[index], ref reason);
            case TsDataType.Timestamp:
                return TryTimestamp(text, ref ((long[])points)[index], ref reason);
            case TsDataType.Blob:
                return TryBlob(text, ref ((byte[][])points)[index], ref reason);
            default:
                ((byte[][])points)[index] = Encoding.UTF8.GetBytes(Unquote(text));
                return true;
        }
    }

    private static bool TryBoolean(string text, ref bool value, ref string reason)
    {
        if (text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            value = true;
            return true;
        }

        if (text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            value = false;
            return true;
        }

        reason = "The BOOLEAN should be true/TRUE, false/FALSE or 0/1";
        return false;
    }

    private static bool TryFloat(string text, ref float value, ref string reason)
    {
        if (!TryNumber(text, out var number) || !float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return Inconsistent(TsDataType.Float, text, ref reason);
        }

        reason = float.IsInfinity(value) ? "The input float value is Infinity" : "";
        return !float.IsInfinity(value);
    }

    private static bool TryDouble(string text, ref double value, ref string reason)
    {
        if (!TryNumber(text, out var number) || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return Inconsistent(TsDataType.Double, text, ref reason);
        }

        reason = double.IsInfinity(value) ? "The input double value is Infinity" : "";
        return !double.IsInfinity(value);
    }

    /// <summary>Java's form of a number: sign, digits, exponent, one type letter, or NaN; no words for infinity.</summary>
    private static bool TryNumber(string text, out string number)
    {
        number = text.Trim();
        if (number.Length > 1 && number[^1] is 'd' or 'D' or 'f' or 'F')
        {
            number = number[..^1];
        }

        return number is "NaN" || (number.Length > 0 && (char.IsAsciiDigit(number[0]) || number[0] is '+' or '-' or '.') && !number.Contains('∞', StringComparison.Ordinal)
            && !number.Contains("inf", StringComparison.OrdinalIgnoreCase));
    }

    private static bool TryDate(string text, ref int value, ref string reason)
    {
        var day = Unquote(text);
        if (day.Length == 10 && day[4] == '-' && day[7] == '-'
            && int.TryParse(day.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1000
            && int.TryParse(day.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            && int.TryParse(day.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var date) && date is >= 1 and <= 31)
        {
            // A day too many is clamped to the end of its month, as java.time's lenient formatter does.
            value = (year * 10000) + (month * 100) + Math.Min(date, DateTime.DaysInMonth(year, month));
            return true;
        }

        return Inconsistent(TsDataType.Date, text, ref reason, " because Invalid date format. Please use YYYY-MM-DD format.");
    }

    private static bool TryBlob(string text, ref byte[] value, ref string reason)
    {
        if (Unquote(text) is not ['X', '\'', .. var digits, '\''])
        {
            reason = "Binary literal must be in the form X'hexstring'";
            return false;
        }

        if (digits.Length % 2 != 0)
        {
            reason = "Binary literal must contain an even number of digits";
            return false;
        }

        if (!digits.All(char.IsAsciiHexDigit))
        {
            reason = "Binary literal can only contain hexadecimal digits";
            return false;
        }

        value = Convert.FromHexString(digits);
        return true;
    }

    private static string Unquote(string text)
    {
        if (text.Length < 2 || text[0] is not ('\'' or '"') || text[^1] != text[0])
        {
            return text;
        }

        var quote = text[..1];
        return text[1..^1].Replace(quote + quote, quote, StringComparison.Ordinal);
    }

    private static bool Inconsistent(TsDataType target, string text, ref string reason, string because = "")
    {
        reason = $"data type is not consistent, input {text}, registered {ServerWords.Of(target)}{because}";
        return false;
    }

    private bool TryTimestamp(string text, ref long value, ref string reason)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        if (readInstant(text) is { } instant)
        {
            value = instant;
            return true;
        }

        return Inconsistent(TsDataType.Timestamp, text, ref reason);
    }
}
