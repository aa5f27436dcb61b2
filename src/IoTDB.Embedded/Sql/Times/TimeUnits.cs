namespace IoTDB.Embedded.Sql.Times;

/// <summary>Conversions between the server's unit of time and .NET's ticks.</summary>
internal static class TimeUnits
{
    /// <summary>Units of a second.</summary>
    public static long PerSecond(TimePrecision precision) => precision switch
    {
        TimePrecision.Microseconds => 1_000_000,
        TimePrecision.Nanoseconds => 1_000_000_000,
        _ => 1_000,
    };

    /// <summary>Cuts an instant to the unit, toward the past.</summary>
    public static long FromInstant(DateTimeOffset instant, TimePrecision precision)
    {
        long ticks = instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        return precision switch
        {
            TimePrecision.Microseconds => Math.DivRem(ticks, TimeSpan.TicksPerMicrosecond) is var (q, r) && r < 0 ? q - 1 : q,
            TimePrecision.Nanoseconds => checked(ticks * 100),
            _ => Math.DivRem(ticks, TimeSpan.TicksPerMillisecond) is var (q, r) && r < 0 ? q - 1 : q,
        };
    }

    /// <summary>The whole milliseconds of a time, toward the past.</summary>
    public static long ToMilliseconds(long time, TimePrecision precision)
    {
        long per = PerSecond(precision) / 1000;
        (long quotient, long remainder) = Math.DivRem(time, per);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
