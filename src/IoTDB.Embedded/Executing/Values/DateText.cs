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

    /// <summary>True for an integer that is a day; the year 0 is one.</summary>
    public static bool IsDay(int date) =>
        date is > 0 and <= 9999_12_31 && date / 100 % 100 is >= 1 and <= 12 && date % 100 >= 1 &&
        date % 100 <= DateTime.DaysInMonth(date < 1_00_00 ? 4 : date / 1_00_00, date / 100 % 100);
}
