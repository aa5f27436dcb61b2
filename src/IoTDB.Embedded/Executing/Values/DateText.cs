using System.Globalization;

namespace IoTDB.Embedded.Executing.Values;

/// <summary>DATE values: <c>yyyy-MM-dd</c> and the integer <c>yyyyMMdd</c>.</summary>
internal static class DateText
{
    /// <summary>Reads a day with two-digit parts; a day beyond its month is clamped, as the server does.</summary>
    public static bool TryParse(string text, out int date)
    {
        date = 0;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-' ||
            !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ||
            !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month) ||
            !int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int day) ||
            year < 1 || month is < 1 or > 12 || day is < 1 or > 31)
        {
            return false;
        }

        date = (((year * 100) + month) * 100) + Math.Min(day, DateTime.DaysInMonth(year, month));
        return true;
    }
}
