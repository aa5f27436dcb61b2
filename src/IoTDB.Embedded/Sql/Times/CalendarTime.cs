namespace IoTDB.Embedded.Sql.Times;

/// <summary>Moves a time by calendar months in a zone; the day is clamped to the month's length.</summary>
internal static class CalendarTime
{
    private const long TicksAtEpoch = 621_355_968_000_000_000;

    public static long AddMonths(long time, int months, SqlZone zone, TimePrecision precision)
    {
        if (months == 0)
        {
            return time;
        }

        long perSecond = TimeUnits.PerSecond(precision);
        (long seconds, long rest) = Math.DivRem(time, perSecond);
        if (rest < 0)
        {
            seconds--;
            rest += perSecond;
        }

        try
        {
            DateTimeOffset instant = new(TicksAtEpoch + checked(seconds * TimeSpan.TicksPerSecond), TimeSpan.Zero);
            DateTime local = DateTime.SpecifyKind(instant.DateTime + zone.OffsetAt(instant), DateTimeKind.Unspecified);
            DateTimeOffset moved = zone.FromLocal(local.AddMonths(months));
            return checked((moved.ToUnixTimeSeconds() * perSecond) + rest);
        }
        catch (Exception error) when (error is OverflowException or ArgumentOutOfRangeException)
        {
            return SqlErrors.Semantic<long>($"The time {time} moved by {months} months is out of range.");
        }
    }
}
