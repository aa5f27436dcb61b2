namespace IoTDB.Client;

/// <summary>Converts between .NET instants and the server's timestamps.</summary>
/// <remarks>
/// Unit: the server's precision (ms, µs or ns) since 1970-01-01T00:00Z; .NET counts 100 ns ticks. What is finer than the target's unit is
/// cut off towards the past, also before 1970, so that order is kept and no instant moves into the future.
/// </remarks>
/// <param name="precision">The server's precision, told at login.</param>
public readonly struct TimeScale(TimePrecision precision) : IEquatable<TimeScale>
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;
    private const long NanosecondsPerTick = 100;
    private static readonly long s_epochTicks = DateTime.UnixEpoch.Ticks;

    /// <summary>The unit of every timestamp.</summary>
    public TimePrecision Precision { get; } = precision;

    /// <summary>How many timestamps a second has: 10³, 10⁶ or 10⁹.</summary>
    public long UnitsPerSecond => Precision switch
    {
        TimePrecision.Nanoseconds => 1_000_000_000,
        TimePrecision.Microseconds => 1_000_000,
        _ => 1_000,
    };

    /// <summary>The timestamp of an instant, whatever its offset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The server counts ns and the instant is before 1677-09-21 or after 2262-04-11.</exception>
    public long FromDateTimeOffset(DateTimeOffset value) => FromUnixTicks(value.UtcTicks - s_epochTicks);

    /// <summary>The timestamp of a UTC time.</summary>
    /// <exception cref="ArgumentException">The kind is not <see cref="DateTimeKind.Utc"/>: the library does not guess a time zone.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="FromDateTimeOffset"/>.</exception>
    public long FromDateTime(DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc)
        {
            ThrowNotUtc(value);
        }

        return FromUnixTicks(value.Ticks - s_epochTicks);
    }

    /// <summary>A length of time in timestamps; what is finer than the unit is cut off towards zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The server counts ns and the length is above 292 years.</exception>
    public long FromTimeSpan(TimeSpan value) => Precision switch
    {
        TimePrecision.Microseconds => value.Ticks / TicksPerMicrosecond,
        TimePrecision.Nanoseconds => Nanoseconds(value.Ticks),
        _ => value.Ticks / TimeSpan.TicksPerMillisecond,
    };

    /// <summary>The instant of a timestamp, offset zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside of the years 1 to 9999.</exception>
    public DateTimeOffset ToDateTimeOffset(long timestamp)
    {
        long ticks = ToUnixTicks(timestamp);
        if (ticks < -s_epochTicks || ticks > DateTime.MaxValue.Ticks - s_epochTicks)
        {
            ThrowNoInstant(timestamp);
        }

        return new DateTimeOffset(ticks + s_epochTicks, TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public bool Equals(TimeScale other) => Precision == other.Precision;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TimeScale other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Precision;

    /// <summary>Same precision.</summary>
    public static bool operator ==(TimeScale left, TimeScale right) => left.Equals(right);

    /// <summary>Different precision.</summary>
    public static bool operator !=(TimeScale left, TimeScale right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Precision switch
    {
        TimePrecision.Nanoseconds => "ns",
        TimePrecision.Microseconds => "us",
        _ => "ms",
    };

    /// <summary>The timestamp of 100 ns ticks since 1970.</summary>
    internal long FromUnixTicks(long ticks) => Precision switch
    {
        TimePrecision.Microseconds => FloorDivide(ticks, TicksPerMicrosecond),
        TimePrecision.Nanoseconds => Nanoseconds(ticks),
        _ => FloorDivide(ticks, TimeSpan.TicksPerMillisecond),
    };

    private long ToUnixTicks(long timestamp)
    {
        long factor = Precision switch
        {
            TimePrecision.Microseconds => TicksPerMicrosecond,
            TimePrecision.Nanoseconds => 0,
            _ => TimeSpan.TicksPerMillisecond,
        };
        if (factor == 0)
        {
            return FloorDivide(timestamp, NanosecondsPerTick);
        }

        long ticks = unchecked(timestamp * factor);
        if (timestamp > long.MaxValue / factor || timestamp < long.MinValue / factor)
        {
            ThrowNoInstant(timestamp);
        }

        return ticks;
    }

    private static long Nanoseconds(long ticks)
    {
        if (ticks is > long.MaxValue / NanosecondsPerTick or < long.MinValue / NanosecondsPerTick)
        {
            throw new ArgumentOutOfRangeException(nameof(ticks), "The server counts nanoseconds, which reach from 1677-09-21 to 2262-04-11.");
        }

        return ticks * NanosecondsPerTick;
    }

    private static long FloorDivide(long value, long divisor)
    {
        long quotient = value / divisor;
        return value % divisor < 0 ? quotient - 1 : quotient;
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowNotUtc(DateTime value) => throw new ArgumentException(
        $"The time has kind {value.Kind}; give DateTimeKind.Utc, or a DateTimeOffset, so that no time zone has to be guessed.", nameof(value));

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void ThrowNoInstant(long timestamp) => throw new ArgumentOutOfRangeException(
        nameof(timestamp), timestamp, $"No DateTimeOffset can hold this timestamp ({this}); read the timestamp itself.");
}
