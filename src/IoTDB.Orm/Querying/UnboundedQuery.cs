namespace IoTDB.Orm;

/// <summary>A query that still has to say which time it is about; it has nothing but the methods for that.</summary>
/// <typeparam name="T">The mapped class.</typeparam>
public readonly struct UnboundedQuery<T>
    where T : class, IDeviceEntity<T>
{
    private readonly QuerySpec? _spec;

    internal UnboundedQuery(QuerySpec spec) => _spec = spec;

    private QuerySpec Spec => _spec ?? throw new InvalidOperationException("This query is empty; start with IRepository<T>.Query.");

    /// <summary>Rows from <paramref name="start"/> up to, but without, <paramref name="endExclusive"/>.</summary>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public DeviceQuery<T> Between(DateTimeOffset start, DateTimeOffset endExclusive) => Between(TimeRange.Between(start, endExclusive));

    /// <inheritdoc cref="Between(DateTimeOffset, DateTimeOffset)"/>
    /// <exception cref="ArgumentException">A time is not UTC, or the end is before the start.</exception>
    public DeviceQuery<T> Between(DateTime start, DateTime endExclusive) => Between(TimeRange.Between(start, endExclusive));

    /// <summary>Rows of this range.</summary>
    public DeviceQuery<T> Between(TimeRange range) => new(Spec with { Bound = new TimeBound(range, null) });

    /// <summary>Rows from <paramref name="start"/> on, also later ones than now.</summary>
    public DeviceQuery<T> Since(DateTimeOffset start) => Between(TimeRange.Since(start));

    /// <inheritdoc cref="Since(DateTimeOffset)"/>
    /// <exception cref="ArgumentException">The time is not UTC.</exception>
    public DeviceQuery<T> Since(DateTime start) => Between(TimeRange.Since(start));

    /// <summary>Rows before <paramref name="endExclusive"/>.</summary>
    public DeviceQuery<T> Before(DateTimeOffset endExclusive) => Between(TimeRange.Before(endExclusive));

    /// <inheritdoc cref="Before(DateTimeOffset)"/>
    /// <exception cref="ArgumentException">The time is not UTC.</exception>
    public DeviceQuery<T> Before(DateTime endExclusive) => Between(TimeRange.Before(endExclusive));

    /// <summary>Rows of the last so-and-so long, counted back from the moment the query is sent, by this program's clock.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    public DeviceQuery<T> Last(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        return new(Spec with { Bound = new TimeBound(TimeRange.All, length) });
    }

    /// <summary>All rows there are: a full scan, spelled out.</summary>
    public DeviceQuery<T> AllTime() => Between(TimeRange.All);
}
