using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>Values computed by the server for every window of every device, device by device and each by time.</summary>
/// <typeparam name="TResult">What each window becomes.</typeparam>
public sealed class AggregateQuery<TResult> : ServerQuery<TResult>
{
    private readonly WindowSpec _window;
    private readonly AggregateItem[] _items;
    private readonly Func<Window, ICells, TResult> _result;

    internal AggregateQuery(QuerySpec spec, WindowSpec window, AggregateItem[] items, Func<Window, ICells, TResult> result)
        : base(spec)
    {
        _window = window;
        _items = items;
        _result = result;
    }

    /// <summary>Lets a window without a value repeat the value of the nearest window before it, of the same device. Counts stay 0.</summary>
    /// <param name="within">How far back, from start to start; null for any distance within the query's time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not positive.</exception>
    public AggregateQuery<TResult> FillPrevious(TimeSpan? within = null)
    {
        if (within is { } distance)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(distance, TimeSpan.Zero, nameof(within));
        }

        return new(Spec, _window with { FillsPrevious = true, FillsWithin = within }, _items, _result);
    }

    internal override Statement Render(StatementContext context) => TreeWindows.Render(Spec, _window, _items, context);

    internal override Answer<TResult> Open(ResultSet result, Statement statement, StatementContext context)
    {
        WindowSpan span = WindowSpan.Of(_window, Spec.Bound.Resolve(context.Scale, context.Now), context)!.Value;
        string[] headers = [.. Enumerable.Range(0, _items.Length).Select(TreeWindows.Alias)];
        bool fillsHere = _window.FillsPrevious && !Spec.Target.IsSingle;
        PreviousValues? previous = fillsHere ? new PreviousValues(_items, _window.FillsWithin) : null;
        return new CellAnswer<TResult>(
            result,
            statement.Bounds,
            headers,
            Spec.Target.Device,
            (head, cells) => _result(span.At(head, context.Scale), previous is null ? cells : previous.Fill(head, cells)));
    }
}
