namespace Quickstart;

/// <summary>How far the sample has come; what it says when it is stopped or fails.</summary>
internal sealed class LoadState
{
    /// <summary>Rows the server has acknowledged.</summary>
    public long RowsStored { get; set; }

    /// <summary>Rows of a batch that was on its way when the load ended; the server may have them.</summary>
    public long RowsInDoubt { get; set; }

    /// <summary>Whether everything was stored and shown.</summary>
    public bool Completed { get; set; }

    /// <summary>Why the load ended early, or null.</summary>
    public Exception? Failure { get; set; }

    /// <summary>The counts in words.</summary>
    public string Describe() => RowsInDoubt == 0
        ? $"{RowsStored} rows are stored."
        : $"{RowsStored} rows are stored; {RowsInDoubt} more were on their way and may be.";
}
