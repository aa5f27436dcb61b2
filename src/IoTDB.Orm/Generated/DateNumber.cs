namespace IoTDB.Orm.Generated;

/// <summary>A DATE on the wire: <c>yyyyMMdd</c>. The server stores any number that a tablet brings. Source: wire protocol 7.1.</summary>
internal static class DateNumber
{
    /// <exception cref="FormatException">The number is no day of the calendar.</exception>
    internal static DateOnly ToDate(int number)
    {
        int year = number / 10000;
        int month = number / 100 % 100;
        int day = number % 100;
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : throw new FormatException($"The stored DATE {number} is no day of the calendar.");
    }
}
