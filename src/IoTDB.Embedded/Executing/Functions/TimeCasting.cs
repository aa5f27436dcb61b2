using System.Globalization;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Times;
using IoTDB.Wire.Blocks;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>CAST between days, instants and texts: in UTC, whatever the session's zone.</summary>
internal static class TimeCasting
{
    private const long FirstMillisecond = -62_135_596_800_000;
    private const long LastMillisecond = 253_402_300_799_999;

    public static string Text(int date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date / 10_000:0000}-{date / 100 % 100:00}-{date % 100:00}");

    public static string Text(long time, TimePrecision precision)
    {
        long milliseconds = TimeUnits.ToMilliseconds(time, precision);
        if (milliseconds is < FirstMillisecond or > LastMillisecond)
        {
            return time.ToString(CultureInfo.InvariantCulture);
        }

        DateTimeOffset local = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        // As Java prints a local time: seconds and their fraction only where there are any.
        string format = local.Millisecond != 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff" : local.Second != 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }

    public static int DayOf(string text) =>
        DateText.TryParse(text, out int date) ? date : SqlErrors.Semantic<int>($"Cannot cast {text} to DATE type");

    public static int DayOf(long time, TimePrecision precision)
    {
        long milliseconds = Math.Clamp(TimeUnits.ToMilliseconds(time, precision), FirstMillisecond, LastMillisecond);
        DateTime day = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
        return (((day.Year * 100) + day.Month) * 100) + day.Day;
    }

    public static long InstantOf(int date, TimePrecision precision)
    {
        if (!DateNumber.TryToDate(date, out DateOnly day))
        {
            return SqlErrors.Execution<long>($"Invalid date format: {date}");
        }

        DateTimeOffset midnight = new(day, TimeOnly.MinValue, TimeSpan.Zero);
        return TimeUnits.FromInstant(midnight, precision);
    }

    public static long InstantOf(string text, SqlContext context)
    {
        try
        {
            return DateTimeLiteral.Parse(text, context with { Zone = SqlZone.Utc });
        }
        catch (SqlException)
        {
            return SqlErrors.Execution<long>($"Text '{text}' could not be parsed");
        }
    }
}
