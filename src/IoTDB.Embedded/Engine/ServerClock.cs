namespace IoTDB.Embedded.Engine;

/// <summary>The server's clock in the server's time precision.</summary>
internal sealed class ServerClock(TimeProvider time, TimePrecision precision)
{
    /// <summary>Unit of all times.</summary>
    public TimePrecision Precision { get; } = precision;

    /// <summary>Where the time comes from.</summary>
    public TimeProvider TimeProvider { get; } = time;

    /// <summary>The current time since 1970-01-01T00:00Z.</summary>
    public long Now()
    {
        var ticks = TimeProvider.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks;
        return Precision switch
        {
            TimePrecision.Milliseconds => ticks / TimeSpan.TicksPerMillisecond,
            TimePrecision.Microseconds => ticks / TimeSpan.TicksPerMicrosecond,
            _ => ticks * TimeSpan.NanosecondsPerTick,
        };
    }

    /// <summary>A time of the server as an instant, or null if it is outside of what .NET can say.</summary>
    public DateTimeOffset? ToInstant(long time)
    {
        var milliseconds = Precision switch
        {
            TimePrecision.Milliseconds => time,
            TimePrecision.Microseconds => time / 1_000,
            _ => time / 1_000_000,
        };
        return milliseconds is >= -62_135_596_800_000 and <= 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    /// <summary>A duration in the server's precision; saturates.</summary>
    public long FromMilliseconds(long milliseconds)
    {
        var factor = Precision switch
        {
            TimePrecision.Milliseconds => 1L,
            TimePrecision.Microseconds => 1_000L,
            _ => 1_000_000L,
        };
        return milliseconds > long.MaxValue / factor ? long.MaxValue : milliseconds * factor;
    }
}
