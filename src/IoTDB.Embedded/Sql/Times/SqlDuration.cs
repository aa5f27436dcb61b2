using System.Globalization;

namespace IoTDB.Embedded.Sql.Times;

/// <summary>A duration literal: calendar months and a fixed part in the server's unit.</summary>
/// <remarks>A year is twelve months where windows follow the calendar and 365 days in date arithmetic, so years are kept apart.</remarks>
internal readonly record struct SqlDuration(int Years, int Months, long Fixed)
{
    private const long Day = 86_400;

    /// <summary>Months of a calendar window.</summary>
    public int CalendarMonths => checked((Years * 12) + Months);

    public bool IsCalendar => Years != 0 || Months != 0;

    /// <summary>Nothing at all: refused as an interval.</summary>
    public bool IsZero => !IsCalendar && Fixed == 0;

    /// <summary>Reads <c>(digits unit)+</c>, as the lexer lets it through.</summary>
    public static SqlDuration Parse(string text, TimePrecision precision)
    {
        long perSecond = TimeUnits.PerSecond(precision);
        int years = 0, months = 0;
        long fixedPart = 0;
        int position = 0;
        try
        {
            while (position < text.Length)
            {
                int digits = position;
                while (digits < text.Length && char.IsAsciiDigit(text[digits]))
                {
                    digits++;
                }

                long amount = long.Parse(text.AsSpan(position, digits - position), NumberStyles.None, CultureInfo.InvariantCulture);
                int unit = digits;
                while (unit < text.Length && !char.IsAsciiDigit(text[unit]))
                {
                    unit++;
                }

                string name = text[digits..unit].ToLowerInvariant();
                position = unit;
                checked
                {
                    switch (name)
                    {
                        case "y": years += (int)amount; break;
                        case "mo": months += (int)amount; break;
                        default: fixedPart += Scale(amount, name, perSecond); break;
                    }
                }
            }
        }
        catch (OverflowException)
        {
            SqlErrors.Semantic($"Out of range. The duration {text} does not fit 64 bits.");
        }

        return new SqlDuration(years, months, fixedPart);
    }

    /// <summary>The whole as one length, a month counted as 30 days: what a comparison of lengths needs.</summary>
    public long Approximate(TimePrecision precision) =>
        checked(Fixed + (((Years * 365L) + (Months * 30L)) * Day * TimeUnits.PerSecond(precision)));

    private static long Scale(long amount, string unit, long perSecond) => checked(unit switch
    {
        "w" => amount * 7 * Day * perSecond,
        "d" => amount * Day * perSecond,
        "h" => amount * 3600 * perSecond,
        "m" => amount * 60 * perSecond,
        "s" => amount * perSecond,
        "ms" => amount * (perSecond / 1000),
        // Finer than the server's unit: cut.
        "us" => perSecond >= 1_000_000 ? amount * (perSecond / 1_000_000) : amount / 1000,
        _ => perSecond == 1_000_000_000 ? amount : amount / (1_000_000_000 / perSecond),
    });
}
