namespace IoTDB.Orm.Writing;

/// <summary>Takes a stream in pieces: full ones, or what has come when the first row of a piece has waited long enough.</summary>
internal sealed class LingeringSource<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended;
    private readonly IAsyncEnumerator<T> _rows;
    private readonly TimeSpan _linger;
    private readonly TimeProvider _time;
    private Task<bool>? _next;

    internal LingeringSource(IAsyncEnumerable<T> rows, TimeSpan linger, TimeProvider time, CancellationToken ct)
    {
        _linger = linger;
        _time = time;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _rows = rows.GetAsyncEnumerator(_ended.Token);
    }

    /// <summary>Hands over rows until there are <paramref name="most"/>, or the first has waited as long as a row may.</summary>
    /// <returns>Whether there may be more rows.</returns>
    internal async Task<bool> FillAsync(int most, Action<T> add)
    {
        long started = 0;
        for (int count = 0; count < most; count++)
        {
            _next ??= _rows.MoveNextAsync().AsTask();
            if (!_next.IsCompleted && count > 0)
            {
                TimeSpan left = _linger - _time.GetElapsedTime(started);
                if (left <= TimeSpan.Zero || !await CompletesWithinAsync(_next, left).ConfigureAwait(false))
                {
                    return true;
                }
            }

            bool isThere = await _next.ConfigureAwait(false);
            _next = null;
            if (!isThere)
            {
                return false;
            }

            if (count == 0)
            {
                started = _time.GetTimestamp();
            }

            add(_rows.Current);
        }

        return true;
    }

    /// <summary>Ends the stream: it is cancelled where a row is still awaited, because an enumerator takes one call at a time.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_next is { } pending)
        {
            await _ended.CancelAsync().ConfigureAwait(false);
            await ((Task)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _rows.DisposeAsync().ConfigureAwait(false);
        _ended.Dispose();
    }

    private async Task<bool> CompletesWithinAsync(Task<bool> next, TimeSpan left)
    {
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        Task first = await Task.WhenAny(next, Task.Delay(left, _time, waited.Token)).ConfigureAwait(false);
        await waited.CancelAsync().ConfigureAwait(false);
        return first == next;
    }
}
