using System.Diagnostics.CodeAnalysis;

namespace IoTDB.Wire.Blocks;

/// <summary>A DATE as it travels and is stored: <c>yyyyMMdd</c>. Source: wire protocol 7.1.</summary>
/// <remarks>The server stores any number that a tablet brings, also such as are no day.</remarks>
internal static class DateNumber
{
    /// <summary>What stands in a cell without a value: the first day the server knows.</summary>
    public const int Missing = 1000_01_01;

    /// <summary>That day.</summary>
    public static readonly DateOnly First = new(1000, 1, 1);

    /// <summary>The number of a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before 1000-01-01, which no server stores.</exception>
    public static int Of(DateOnly value)
    {
        if (value.Year < 1000)
        {
            ThrowTooEarly();
        }

        return (value.Year * 10000) + (value.Month * 100) + value.Day;
    }

    /// <summary>The day of a number; false when it is none of the calendar.</summary>
    public static bool TryToDate(int number, out DateOnly day)
    {
        int year = number / 10000;
        int month = number / 100 % 100;
        int dayOfMonth = number % 100;
        bool exists = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DateTime.DaysInMonth(year, month);
        day = exists ? new DateOnly(year, month, dayOfMonth) : default;
        return exists;
    }

    [DoesNotReturn]
    private static void ThrowTooEarly() => throw new ArgumentOutOfRangeException("value", "A DATE of the server starts at 1000-01-01.");
}
