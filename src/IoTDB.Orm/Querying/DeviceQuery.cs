using System.ComponentModel;
using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>Rows of one or several devices within a time. Immutable: every method returns another query.</summary>
/// <remarks>
/// Without an order, one device comes by time and several come device by device, each by time. <see cref="Skip"/> and
/// <see cref="Take"/> count rows of the whole result, after conditions and order.
/// </remarks>
/// <typeparam name="T">The mapped class.</typeparam>
public sealed partial class DeviceQuery<T> : ServerQuery<T>
    where T : class, IDeviceEntity<T>
{
    internal DeviceQuery(QuerySpec spec)
        : base(spec)
    {
    }

    /// <summary>Keeps rows that fulfil the condition, besides those conditions that are there already.</summary>
    /// <param name="filter">The condition; <c>Where(r => …)</c> in generated code builds it from the columns.</param>
    /// <exception cref="InvalidOperationException">Rows are skipped or taken already.</exception>
    public DeviceQuery<T> WhereFilter(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ThrowIfPaged("filters");
        return new(Spec.Where(filter));
    }

    /// <summary>Earliest row first; rows of several devices are interleaved.</summary>
    /// <exception cref="InvalidOperationException">Rows are skipped or taken already.</exception>
    public DeviceQuery<T> OrderByTime() => Order(new Sort(null, Descending: false));

    /// <summary>Latest row first; rows of several devices are interleaved.</summary>
    /// <exception cref="InvalidOperationException">Rows are skipped or taken already.</exception>
    public DeviceQuery<T> OrderByTimeDescending() => Order(new Sort(null, Descending: true));

    /// <summary>Orders by the values of a column, then by time. Rows without a value come last in both directions.</summary>
    /// <param name="column">The column; <c>OrderBy(r => …)</c> in generated code picks it.</param>
    /// <param name="descending">Largest value first.</param>
    /// <exception cref="InvalidOperationException">Rows are skipped or taken already.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DeviceQuery<T> OrderByColumn(ISortableColumn column, bool descending)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Order(new Sort(column, descending));
    }

    /// <summary>At most so many rows. None are taken without asking the server.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public DeviceQuery<T> Take(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(Spec with { Take = Math.Min(Spec.Take ?? count, count) });
    }

    /// <summary>Leaves out so many rows at the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public DeviceQuery<T> Skip(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(Spec with { Skip = checked(Spec.Skip + count), Take = Spec.Take is { } take ? Math.Max(0, take - count) : null });
    }

    /// <summary>How many rows there are, counted by the server.</summary>
    /// <remarks>A row counts when any series of the device has a value at its time, also one this class does not map.</remarks>
    public Task<long> CountAsync(CancellationToken ct = default) => Spec.Runner.CountAsync(Spec, ct);

    /// <summary>The statement that <see cref="CountAsync"/> sends, for people; as <see cref="ServerQuery{TResult}.ToQueryString"/> does for rows.</summary>
    public string ToCountQueryString() => Spec.Runner.DescribeCount(Spec);

    /// <summary>The first row, or null.</summary>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken ct = default)
    {
        List<T> rows = await Take(1).ToListAsync(ct).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Whether there is any row.</summary>
    public async Task<bool> AnyAsync(CancellationToken ct = default) => await FirstOrDefaultAsync(ct).ConfigureAwait(false) is not null;

    /// <summary>Cuts the time into windows of equal length; the first starts where the query's time starts.</summary>
    /// <param name="length">Length of a window.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    /// <exception cref="InvalidOperationException">The query's time has no start, or rows are ordered, skipped or taken.</exception>
    public WindowedQuery<T> Window(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        return new(ForWindows(), new WindowSpec { Length = length });
    }

    internal override Statement Render(StatementContext context) =>
        TreeRenderer.Rows(Spec, Spec.Model.Measurements.Select(static measurement => measurement.Name), context);

    internal override Answer<T> Open(ResultSet result, Statement statement, StatementContext context) =>
        new RowAnswer<T>(result, statement.Bounds, Spec.Target.IsSingle ? T.Model.Device(T.Model.KeysOf(Spec.Target.Device.ToString())) : default);

    private DeviceQuery<T> Order(Sort sort)
    {
        ThrowIfPaged("orders");
        return new(Spec with { Order = [sort] });
    }

    private void ThrowIfPaged(string verb)
    {
        if (Spec.Take is not null || Spec.Skip > 0)
        {
            throw new InvalidOperationException($"The server {verb} rows before it skips or takes them; call Skip and Take last.");
        }
    }

    private QuerySpec ForWindows()
    {
        if (Spec.Take is not null || Spec.Skip > 0 || !Spec.Order.IsEmpty)
        {
            throw new InvalidOperationException("Windows are computed over all rows of the time; OrderBy, Skip and Take do not go before them.");
        }

        return Spec.Bound.Last is not null || Spec.Bound.Range.Start is not null
            ? Spec
            : throw new InvalidOperationException("Windows need a start: use Between, Since or Last, not Before or AllTime.");
    }
}
