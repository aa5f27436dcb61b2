namespace IoTDB.Embedded.Executing;

/// <summary>A range of times, both ends included; empty when <see cref="From"/> is above <see cref="To"/>.</summary>
internal readonly record struct TimeBounds(long From, long To)
{
    public static TimeBounds All { get; } = new(long.MinValue, long.MaxValue);

    public static TimeBounds None { get; } = new(long.MaxValue, long.MinValue);

    public bool IsEmpty => From > To;

    public TimeBounds Intersect(TimeBounds other) => new(Math.Max(From, other.From), Math.Min(To, other.To));

    /// <summary>The smallest range over both.</summary>
    public TimeBounds Span(TimeBounds other)
    {
        if (IsEmpty)
        {
            return other;
        }

        return other.IsEmpty ? this : new(Math.Min(From, other.From), Math.Max(To, other.To));
    }
}
