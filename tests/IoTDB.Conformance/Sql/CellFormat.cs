using System.Globalization;
using System.Text;

namespace IoTDB.Conformance.Sql;

/// <summary>Cells in the form of a recording. Source: data/sql/README.md.</summary>
internal static class CellFormat
{
    public static string Format(object? value, TsDataType type) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        int day when type == TsDataType.Date =>
            string.Create(CultureInfo.InvariantCulture, $"{day / 10_000:0000}-{day / 100 % 100:00}-{day % 100:00}"),
        float number => Number(number.ToString("R", CultureInfo.InvariantCulture), number),
        double number => Number(number.ToString("R", CultureInfo.InvariantCulture), number),
        byte[] bytes when type == TsDataType.Blob => "0x" + Convert.ToHexStringLower(bytes),
        byte[] bytes => Text(Encoding.UTF8.GetString(bytes)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Text(string text) => text switch
    {
        "" => @"\e",
        "null" => @"\null",
        _ => RecordText.Escape(text),
    };

    // Fewest digits; plain from 0.001 up to ten millions, else with an exponent.
    private static string Number(string shortest, double value)
    {
        switch (value)
        {
            case double.NaN:
                return "NaN";
            case double.PositiveInfinity:
                return "Infinity";
            case double.NegativeInfinity:
                return "-Infinity";
            case 0:
                return double.IsNegative(value) ? "-0.0" : "0.0";
        }

        bool isPlain = Math.Abs(value) is >= 0.001 and < 1e7;
        decimal? plain = isPlain ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
        if (plain is { } number)
        {
            return number.ToString("0.0###############################", CultureInfo.InvariantCulture);
        }

        string sign = shortest[0] == '-' ? "-" : string.Empty;
        string digits = shortest.TrimStart('-');
        int exponent = 0;
        int mark = digits.IndexOf('E', StringComparison.Ordinal);
        if (mark >= 0)
        {
            exponent = int.Parse(digits[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            digits = digits[..mark];
        }

        int point = digits.IndexOf('.', StringComparison.Ordinal);
        exponent += (point < 0 ? digits.Length : point) - 1;
        string all = digits.Replace(".", string.Empty, StringComparison.Ordinal);
        string trimmed = all.TrimStart('0');
        exponent -= all.Length - trimmed.Length;
        trimmed = trimmed.TrimEnd('0');
        string fraction = trimmed.Length > 1 ? trimmed[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{trimmed[0]}.{fraction}E{exponent}");
    }
}
