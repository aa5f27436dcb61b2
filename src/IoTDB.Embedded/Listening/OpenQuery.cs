namespace IoTDB.Embedded.Listening;

/// <summary>A query whose rows are being fetched.</summary>
/// <param name="id">Number the client fetches by.</param>
/// <param name="statementId">Statement id it belongs to.</param>
/// <param name="header">Its columns.</param>
/// <param name="blocks">Its rows, block by block, made as they are asked for.</param>
/// <param name="recoveries">What <see cref="Engine.TreeEngine.Recoveries"/> was when it was planned.</param>
internal sealed class OpenQuery(long id, long statementId, ResultHeader header, IEnumerator<EncodedBlock> blocks, int recoveries) : IDisposable
{
    private const int DefaultFetchSize = 1000;
    private EncodedBlock? _next;
    private bool _isStarted;

    public long Id { get; } = id;

    public long StatementId { get; } = statementId;

    public ResultHeader Header { get; } = header;

    /// <summary>What <see cref="Engine.TreeEngine.Recoveries"/> was when it was planned.</summary>
    public int Recoveries { get; } = recoveries;

    /// <summary>True once every block was taken.</summary>
    public bool IsFinished => _isStarted && _next is null;

    /// <summary>Takes blocks until they hold as many rows as wanted, or all; a block is never cut.</summary>
    /// <param name="fetchSize">Rows wanted; 0 and less means 1000.</param>
    public IReadOnlyList<EncodedBlock> Fetch(int fetchSize)
    {
        var wanted = fetchSize > 0 ? fetchSize : DefaultFetchSize;
        if (!_isStarted)
        {
            _isStarted = true;
            _next = Pull();
        }

        var taken = new List<EncodedBlock>();
        for (var rows = 0; rows < wanted && _next is { } block; rows += block.Rows)
        {
            taken.Add(block);
            _next = Pull();
        }

        return taken;
    }

    /// <inheritdoc/>
    public void Dispose() => blocks.Dispose();

    // One block ahead, so that "more data" is the truth.
    private EncodedBlock? Pull() => blocks.MoveNext() ? blocks.Current : null;
}
