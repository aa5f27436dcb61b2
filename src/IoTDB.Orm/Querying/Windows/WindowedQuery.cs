namespace IoTDB.Orm;

/// <summary>A query whose time is cut into windows; <c>Aggregate(r => …)</c> says what to compute over each.</summary>
/// <typeparam name="T">The mapped class.</typeparam>
public sealed partial class WindowedQuery<T>
    where T : class, IDeviceEntity<T>
{
    private readonly QuerySpec _spec;
    private readonly WindowSpec _window;

    internal WindowedQuery(QuerySpec spec, WindowSpec window)
    {
        _spec = spec;
        _window = window;
    }

    /// <summary>Lets windows start at this instant and whole lengths before and after it: full hours, days in UTC.</summary>
    /// <remarks>The first window may then start before the query's time; rows before that are not counted.</remarks>
    public WindowedQuery<T> AlignTo(DateTimeOffset origin) => new(_spec, _window with { Origin = origin });

    /// <inheritdoc cref="AlignTo(DateTimeOffset)"/>
    /// <exception cref="ArgumentException">The time is not UTC.</exception>
    public WindowedQuery<T> AlignTo(DateTime origin) => AlignTo(UtcInstant.From(origin, nameof(origin)));
}
