using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>A query that runs on the server, and the pages that come from it: one is fetched ahead while the one before is consumed.</summary>
/// <remarks>
/// A fetch is never repeated, never sent on another connection, never after a failed one and never after the limit the server was given:
/// an old server answers it with "no more rows", which no client can tell from an end (C-10).
/// </remarks>
internal sealed class QueryCursor
{
    private static readonly TimeSpan s_closeLimit = TimeSpan.FromSeconds(2);
    private readonly ServerSession _session;
    private readonly CallDeadlines _deadlines;
    private readonly long _queryId;
    private readonly int _fetchSize;
    private readonly TimeSpan _stepLimit;
    private readonly TimeSpan _life;
    private readonly long _started;
    private TimeSpan _fruitless; // time of answers since the last one with rows: a server may say "more" for ever
    private Task<ResultPage>? _ahead;
    private bool _open;
    private bool _failed;

    /// <param name="session">The session the query runs on.</param>
    /// <param name="deadlines">Where time limits come from.</param>
    /// <param name="answer">The answer that started it.</param>
    /// <param name="limits">The time the server and each step have.</param>
    public QueryCursor(ServerSession session, CallDeadlines deadlines, in QueryAnswer answer, in QueryLimits limits)
    {
        _session = session;
        _deadlines = deadlines;
        _queryId = answer.Response.QueryId.GetValueOrDefault();
        _open = answer.Response.MoreData == true && answer.Response.QueryId is not null;
        _fetchSize = limits.FetchSize;
        _stepLimit = limits.Step;
        _life = limits.Life;
        _started = limits.Started;
    }

    public Endpoint Endpoint => _session.Endpoint;

    /// <summary>Whether the server may still send rows; if not the session is free.</summary>
    public bool IsOpen => _open;

    /// <summary>
    /// Whether the time the server was given has passed: then "no rows, no more" may mean that it dropped the query, and not that there are none.
    /// </summary>
    public bool IsLifeOver => _deadlines.Clock.GetElapsedTime(_started) >= _life;

    /// <summary>Starts to fetch the next page, if there is one and none is on its way.</summary>
    public void FetchAhead()
    {
        if (_open && _ahead is null && !_failed)
        {
            _ahead = FetchAsync().AsTask();
        }
    }

    /// <summary>The next page; only while <see cref="IsOpen"/>.</summary>
    /// <exception cref="IoTDBException">The rows end here, and they are not all.</exception>
    public async ValueTask<ResultPage> NextAsync(CancellationToken cancellationToken)
    {
        FetchAhead();
        Task<ResultPage> ahead = _ahead ?? throw new InvalidOperationException("The result set has failed or ended.");
        _ahead = null; // also when it fails: closing must not take that failure for one of its own
        if (!ahead.IsCompleted && cancellationToken.CanBeCanceled)
        {
            try
            {
                await ahead.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!ahead.IsCompleted)
            {
                // The answer is on its way: nobody else may get it.
                Abandon();
                throw new IoTDBCanceledException("Reading the result set was cancelled.", Outcome.Unknown, cancellationToken);
            }
        }

        ResultPage page = await ahead.ConfigureAwait(false);
        _open = page.MoreData;
        return page;
    }

    /// <summary>Frees the query on the server; if that fails, the connection is given up and the caller not troubled.</summary>
    public async ValueTask CloseAsync()
    {
        if (_ahead is { } ahead)
        {
            _ahead = null;
            try
            {
                ResultPage page = await ahead.WaitAsync(s_closeLimit, _deadlines.Clock).ConfigureAwait(false);
                page.Frame.Return();
                _open = page.MoreData;
            }
            catch (Exception failure) when (failure is IoTDBException or OperationCanceledException or TimeoutException)
            {
                Abandon();
            }
        }

        if (!_open)
        {
            return; // finished; or its connection is gone, and the query with it
        }

        _open = false;
        CallDeadline deadline = _deadlines.Start(s_closeLimit, CancellationToken.None);
        try
        {
            await _session.CloseQueryAsync(_queryId, deadline).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IoTDBException or OperationCanceledException)
        {
            _session.Abort();
        }
        finally
        {
            deadline.End();
        }
    }

    private void Abandon()
    {
        _failed = true;
        _open = false;
        _session.Abort();
    }

    private async ValueTask<ResultPage> FetchAsync()
    {
        TimeSpan left = _life - _deadlines.Clock.GetElapsedTime(_started);
        if (left <= TimeSpan.Zero)
        {
            _failed = true;
            throw LifeIsOver();
        }

        TimeSpan step = _stepLimit == Timeout.InfiniteTimeSpan ? _stepLimit : _stepLimit - _fruitless;
        long asked = _deadlines.Clock.GetTimestamp();
        CallDeadline deadline = _deadlines.Start(step > TimeSpan.Zero || step == Timeout.InfiniteTimeSpan ? step : TimeSpan.Zero, CancellationToken.None);
        try
        {
            ResultPage page = await _session.FetchAsync(_queryId, _fetchSize, left, deadline).ConfigureAwait(false);
            bool hasRows = Array.Exists(page.Blocks, static block => ResultBlock.HasRows(block.Span));
            _fruitless = hasRows ? TimeSpan.Zero : _fruitless + _deadlines.Clock.GetElapsedTime(asked);
            if (page is { MoreData: false, Blocks.Length: 0 } && IsLifeOver)
            {
                page.Frame.Return();
                throw LifeIsOver();
            }

            return page;
        }
        catch (IoTDBTimeoutException late) when (_fruitless > TimeSpan.Zero && late.StatusCode is null)
        {
            _failed = true;
            _open = false;
            throw NothingButPromises(late);
        }
        catch (Exception failure)
        {
            _failed = true;
            if (failure is not IoTDBException { StatusCode: not null })
            {
                _open = false; // the connection is gone, and the query with it
            }

            throw;
        }
        finally
        {
            deadline.End();
        }
    }

    private IoTDBTimeoutException NothingButPromises(Exception late) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_session.Endpoint} has answered for {_stepLimit.TotalSeconds:0.###} s that there are more rows, without sending one; the rows so far are not all."),
        late)
    {
        Phase = TimeoutPhase.Response,
        Endpoint = _session.Endpoint,
        Outcome = Outcome.Unknown,
    };

    /// <summary>The exception of a query that may have been dropped.</summary>
    public IoTDBTimeoutException LifeIsOver()
    {
        _open = false;
        return new IoTDBTimeoutException(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The query on {_session.Endpoint} has used up the {_life.TotalSeconds:0.###} s it was given on the server; the rows so far are not all."))
        {
            Phase = TimeoutPhase.ServerQuery,
            Endpoint = _session.Endpoint,
            Outcome = Outcome.Refused,
        };
    }
}
