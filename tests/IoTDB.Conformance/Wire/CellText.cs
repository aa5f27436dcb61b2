using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IoTDB.Conformance.Wire;

/// <summary>Compares a decoded cell with what a recording says about it.</summary>
internal static class CellText
{
    /// <summary>Whether a cell is what the recording says.</summary>
    /// <param name="type">Logical type of the cell.</param>
    /// <param name="value">bool, int, long, float, double, byte[] or null.</param>
    /// <param name="recorded">The cell in the comment.</param>
    public static bool Agrees(TsDataType type, object? value, JsonElement recorded) => (recorded.ValueKind, value) switch
    {
        (JsonValueKind.Null, _) => value is null,
        (JsonValueKind.True or JsonValueKind.False, bool flag) => flag == recorded.GetBoolean(),
        (JsonValueKind.Number, int number) => recorded.GetInt32() == number,
        (JsonValueKind.Number, long number) => recorded.GetInt64() == number,
        (JsonValueKind.Number, float number) => Same(float.Parse(recorded.GetRawText(), CultureInfo.InvariantCulture), number),
        (JsonValueKind.Number, double number) => Same(double.Parse(recorded.GetRawText(), CultureInfo.InvariantCulture), number),
        (JsonValueKind.String, float number) => Same((float)NotFinite(recorded.GetString()!), number),
        (JsonValueKind.String, double number) => Same(NotFinite(recorded.GetString()!), number),
        (JsonValueKind.String, int day) when type == TsDataType.Date => recorded.GetString() == Day(day),
        (JsonValueKind.String, byte[] bytes) => AgreesWithText(type, bytes, recorded.GetString()!),
        _ => false,
    };

    private static bool AgreesWithText(TsDataType type, byte[] bytes, string recorded)
    {
        string text = type == TsDataType.Blob ? "0x" + Convert.ToHexStringLower(bytes) : Encoding.UTF8.GetString(bytes);
        if (text == recorded || "0x" + Convert.ToHexStringLower(bytes) == recorded)
        {
            return true;
        }

        // A long text is cut: "…(1234 chars)".
        int cut = recorded.LastIndexOf("…(", StringComparison.Ordinal);
        return cut > 0
            && text.StartsWith(recorded[..cut], StringComparison.Ordinal)
            && recorded[cut..] == $"…({text.EnumerateRunes().Count()} chars)";
    }

    private static bool Same(double left, double right) => BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right) || (double.IsNaN(left) && double.IsNaN(right));

    private static double NotFinite(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => throw new MismatchException($"A number is not written as \"{text}\"."),
    };

    // Impossible days are stored as they come, and the recorder divides towards minus infinity.
    private static string Day(int day)
    {
        int years = (int)Math.Floor(day / 10000.0);
        int months = (int)Math.Floor(day / 100.0) - (years * 100);
        int days = day - (years * 10000) - (months * 100);
        string year = years < 0 ? $"-{-years:000}" : $"{years:0000}";
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{months:00}-{days:00}");
    }
}
