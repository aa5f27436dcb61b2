using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>The time a query is about: a range, or the last so-and-so long before it is sent.</summary>
internal readonly record struct TimeBound(TimeRange Range, TimeSpan? Last)
{
    /// <summary>The bound in the server's precision, cut as rows' times are when written.</summary>
    internal Interval Resolve(TimeScale scale, DateTimeOffset now)
    {
        if (Last is { } length)
        {
            return new Interval(Timestamp(scale, now.Ticks > length.Ticks ? now - length : DateTimeOffset.MinValue), long.MaxValue);
        }

        long from = Range.Start is { } start ? Timestamp(scale, start) : long.MinValue;
        if (Range.End is not { } end)
        {
            return new Interval(from, long.MaxValue);
        }

        long to = Timestamp(scale, end);
        if (to == long.MaxValue)
        {
            return new Interval(from, to);
        }

        return Range.IncludesEnd ? new Interval(from, to)
            : to == long.MinValue ? Interval.Empty
            : new Interval(from, to - 1);
    }

    /// <summary>Saturating: a bound beyond what nanoseconds can count bounds nothing that could be stored.</summary>
    private static long Timestamp(TimeScale scale, DateTimeOffset instant)
    {
        if (scale.Precision == TimePrecision.Nanoseconds)
        {
            long ticks = instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
            if (ticks > long.MaxValue / TimeSpan.NanosecondsPerTick)
            {
                return long.MaxValue;
            }

            if (ticks < long.MinValue / TimeSpan.NanosecondsPerTick)
            {
                return long.MinValue;
            }
        }

        return scale.FromDateTimeOffset(instant);
    }
}
