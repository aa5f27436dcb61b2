namespace IoTDB.Orm;

/// <summary>A span of time on the server's clock. Bounds are cut to the server's precision, as the times of rows are when written.</summary>
public readonly struct TimeRange : IEquatable<TimeRange>
{
    private TimeRange(DateTimeOffset? start, DateTimeOffset? end, bool includesEnd)
    {
        Start = start;
        End = end;
        IncludesEnd = includesEnd;
    }

    /// <summary>All of time.</summary>
    public static TimeRange All => default;

    /// <summary>The first instant of the range; null without a lower bound.</summary>
    public DateTimeOffset? Start { get; }

    /// <summary>The end of the range; null without an upper bound.</summary>
    public DateTimeOffset? End { get; }

    /// <summary>Whether <see cref="End"/> belongs to the range.</summary>
    public bool IncludesEnd { get; }

    /// <summary>From <paramref name="start"/> up to, but without, <paramref name="endExclusive"/>: neighbouring ranges neither overlap nor leave a gap.</summary>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public static TimeRange Between(DateTimeOffset start, DateTimeOffset endExclusive)
    {
        ThrowIfReversed(start, endExclusive, nameof(endExclusive));
        return new(start, endExclusive, includesEnd: false);
    }

    /// <inheritdoc cref="Between(DateTimeOffset, DateTimeOffset)"/>
    /// <exception cref="ArgumentException">A time is not UTC, or the end is before the start.</exception>
    public static TimeRange Between(DateTime start, DateTime endExclusive) =>
        Between(UtcInstant.From(start, nameof(start)), UtcInstant.From(endExclusive, nameof(endExclusive)));

    /// <summary>From <paramref name="start"/> to <paramref name="end"/>, both included.</summary>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public static TimeRange Closed(DateTimeOffset start, DateTimeOffset end)
    {
        ThrowIfReversed(start, end, nameof(end));
        return new(start, end, includesEnd: true);
    }

    /// <inheritdoc cref="Closed(DateTimeOffset, DateTimeOffset)"/>
    /// <exception cref="ArgumentException">A time is not UTC, or the end is before the start.</exception>
    public static TimeRange Closed(DateTime start, DateTime end) =>
        Closed(UtcInstant.From(start, nameof(start)), UtcInstant.From(end, nameof(end)));

    /// <summary>From <paramref name="start"/> on.</summary>
    public static TimeRange Since(DateTimeOffset start) => new(start, null, includesEnd: false);

    /// <inheritdoc cref="Since(DateTimeOffset)"/>
    /// <exception cref="ArgumentException">The time is not UTC.</exception>
    public static TimeRange Since(DateTime start) => Since(UtcInstant.From(start, nameof(start)));

    /// <summary>Everything before <paramref name="endExclusive"/>.</summary>
    public static TimeRange Before(DateTimeOffset endExclusive) => new(null, endExclusive, includesEnd: false);

    /// <inheritdoc cref="Before(DateTimeOffset)"/>
    /// <exception cref="ArgumentException">The time is not UTC.</exception>
    public static TimeRange Before(DateTime endExclusive) => Before(UtcInstant.From(endExclusive, nameof(endExclusive)));

    /// <inheritdoc/>
    public bool Equals(TimeRange other) => Start == other.Start && End == other.End && IncludesEnd == other.IncludesEnd;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TimeRange other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, IncludesEnd);

    /// <summary>Same bounds.</summary>
    public static bool operator ==(TimeRange left, TimeRange right) => left.Equals(right);

    /// <summary>Different bounds.</summary>
    public static bool operator !=(TimeRange left, TimeRange right) => !left.Equals(right);

    /// <summary>The range in the notation of intervals.</summary>
    public override string ToString() => $"[{(Start is { } start ? $"{start:O}" : "-")}, {(End is { } end ? $"{end:O}" : "-")}{(IncludesEnd ? ']' : ')')}";

    private static void ThrowIfReversed(DateTimeOffset start, DateTimeOffset end, string parameter)
    {
        if (end < start)
        {
            throw new ArgumentException($"The range ends ({end:O}) before it starts ({start:O}).", parameter);
        }
    }
}
