using System.Globalization;
using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Rows of a query, streamed: one page is fetched ahead while the one before is read.</summary>
/// <remarks>
/// It holds its session until the server has sent everything; then the session is free, also before <see cref="DisposeAsync"/>. Disposing
/// early closes the query on the server. Not thread-safe, except that it may be disposed of from any thread, any number of times.
/// </remarks>
public sealed partial class ResultSet : IAsyncDisposable
{
    private readonly QueryCursor _cursor;
    private readonly IResultOwner _owner;
    private readonly ColumnReader[] _readers;
    private readonly ColumnReader? _time;
    private readonly ResultBlock _block = new();
    private ResultPage _page;
    private int _nextBlock;
    private int _row = -1;
    private bool _ended;
    private int _disposed;
    private int _reading;
    private bool _released;
    private bool _mayBeDropped; // it came after the server's own limit: without a row that is no end
    private (long First, long End) _times = (long.MinValue, long.MaxValue);
    private Dictionary<string, int>? _ordinals;

    internal ResultSet(in QueryAnswer answer, QueryCursor cursor, TimeScale timeScale, IResultOwner owner)
    {
        _cursor = cursor;
        _owner = owner;
        TimeScale = timeScale;
        Columns = ResultHeader.Columns(answer.Response);
        _readers = ResultHeader.Readers(answer.Response, Columns);
        _time = answer.Response.IgnoreTimeStamp == true ? null : new ColumnReader(null, -1);
        _page = new ResultPage(answer.Frame, answer.Response.QueryResult ?? [], cursor.IsOpen);
        _mayBeDropped = !cursor.IsOpen && cursor.IsLifeOver;
        _released = !cursor.IsOpen; // everything is here: the session was never taken
        _cursor.FetchAhead();
    }

    /// <summary>The columns, in the order of the statement; the time column is not among them.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>Whether rows have a time.</summary>
    public bool HasTime => _time is not null;

    /// <summary>The server's time precision.</summary>
    public TimeScale TimeScale { get; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last one: the server has said that there are no more.</returns>
    /// <exception cref="IoTDBException">The rows end here, and they are not all.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed of.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        if (++_row < _block.Rows)
        {
            return new ValueTask<bool>(true);
        }

        return ReadNextBlockAsync(cancellationToken);
    }

    /// <summary>The next rows as columns; spans of the block before become invalid.</summary>
    /// <returns>Null after the last one.</returns>
    /// <exception cref="InvalidOperationException">Rows of the current block were read one by one and some are left.</exception>
    /// <exception cref="IoTDBException">The rows end here, and they are not all.</exception>
    public async ValueTask<RowBlock?> ReadBlockAsync(CancellationToken cancellationToken = default)
    {
        if (_row >= 0 && _row < _block.Rows - 1)
        {
            throw new InvalidOperationException("Rows of the current block are being read one by one; read it to its end first.");
        }

        if (await NextBlockAsync(cancellationToken).ConfigureAwait(false) is null)
        {
            return null;
        }

        _row = _block.Rows - 1;
        return new RowBlock(_block.Rows, _readers, _time);
    }

    /// <summary>Closes the query on the server if it still runs, and gives the session back. Never throws because of the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _cursor.CloseAsync().ConfigureAwait(false);
        Release();
        if (Interlocked.Exchange(ref _reading, 1) == 0)
        {
            FreeMemory();
        }
    }

    /// <summary>The server's next block, parsed; null after the last one. For readers that know their columns.</summary>
    internal async ValueTask<ResultBlock?> NextBlockAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        if (Interlocked.Exchange(ref _reading, 1) != 0)
        {
            throw new InvalidOperationException("The result set is being read by somebody else.");
        }

        bool more = false;
        try
        {
            more = !_ended && await AdvanceAsync(cancellationToken).ConfigureAwait(false);
            return more ? _block : null;
        }
        finally
        {
            if (_disposed != 0 || !more)
            {
                _ended = true;
                FreeMemory();
            }

            Volatile.Write(ref _reading, 0);
        }
    }

    /// <summary>
    /// From now on a row outside of these times is refused: a replica that takes over from a dead leader loses time filters and still answers
    /// "success" (2.0.1-beta).
    /// </summary>
    internal void Expect((long First, long End) times) => _times = times;

    /// <summary>Place of a column in the blocks of <see cref="NextBlockAsync"/>; −1 is the time column.</summary>
    internal int BlockColumnOf(int ordinal) => _readers[ordinal].BlockColumn;

    private async ValueTask<bool> ReadNextBlockAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (await NextBlockAsync(cancellationToken).ConfigureAwait(false) is null)
            {
                _row = -1;
                return false;
            }
        }
        while (_block.Rows == 0);

        _row = 0;
        return true;
    }

    private async ValueTask<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        while (_nextBlock >= _page.Blocks.Length)
        {
            if (!_page.MoreData)
            {
                if (_mayBeDropped)
                {
                    throw _cursor.LifeIsOver();
                }

                return false;
            }

            ResultPage next;
            try
            {
                next = await _cursor.NextAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                _page = _page with { MoreData = false }; // a failed result set stays at its end, and its session is free or broken
                await _cursor.CloseAsync().ConfigureAwait(false);
                Release();
                throw;
            }

            FreeMemory();
            _page = next;
            _nextBlock = 0;
            _cursor.FetchAhead();
            ReleaseWhenReceived();
        }

        Parse(_page.Blocks[_nextBlock++]);
        return true;
    }

    private void Parse(ReadOnlyMemory<byte> block)
    {
        try
        {
            _block.Parse(block);
        }
        catch (Wire.WireFormatException malformed)
        {
            throw _owner.Malformed(malformed);
        }

        if (_block.Rows > 0)
        {
            _mayBeDropped = false;
        }

        foreach (ColumnReader reader in _readers)
        {
            reader.Attach(_block);
        }

        _time?.Attach(_block);
        if (_time is not null && _times != (long.MinValue, long.MaxValue))
        {
            RefuseOthers(_time.Longs);
        }
    }

    private void RefuseOthers(ReadOnlySpan<long> times)
    {
        foreach (long time in times)
        {
            if (time < _times.First || (time >= _times.End && _times.End != long.MaxValue))
            {
                throw new IoTDBServerUnavailableException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The server answered with a row at {time}, outside of the times asked for ({_times.First} to before {_times.End}); asking again usually helps."))
                {
                    Endpoint = _cursor.Endpoint,
                    Outcome = Outcome.Rejected,
                };
            }
        }
    }

    private void ReleaseWhenReceived()
    {
        if (!_cursor.IsOpen)
        {
            Release();
        }
    }

    private void Release()
    {
        if (!_released)
        {
            _released = true;
            _owner.Release(this);
        }
    }

    private void FreeMemory()
    {
        _block.Dispose();
        _page.Frame.Return();
        _page = _page with { Frame = default, Blocks = [] };
        _nextBlock = 0;
    }
}
