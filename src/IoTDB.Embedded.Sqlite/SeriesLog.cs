namespace IoTDB.Embedded.Sqlite;

/// <summary>What is known of one series' rows without reading them.</summary>
/// <remarks>The tail are the small rows after the last large one: the part that is merged again and again until it is large.</remarks>
internal sealed class SeriesLog(TsDataType type)
{
    /// <summary>Points from which on a row is large enough to stay as it is: about 8 KiB.</summary>
    public const int LargeRow = 512;

    private const int MaxTailRows = 256;
    private const int PointsPerDeletion = 8192;
    private const int MinDeletions = 64;
    private const int MinLate = 65_536;
    private long _newest = long.MinValue;
    private long _points;
    private long _late;
    private long _deletions;

    /// <summary>Type of its points.</summary>
    public TsDataType Type { get; } = type;

    /// <summary>The number the next row gets.</summary>
    public long NextSeq { get; private set; } = 1;

    /// <summary>Number of the first row of the tail.</summary>
    public long TailStart { get; private set; } = 1;

    /// <summary>Rows of the tail.</summary>
    public int TailRows { get; private set; }

    /// <summary>True if the tail has so many rows that merging them pays.</summary>
    public bool HasLongTail => TailRows >= MaxTailRows;

    /// <summary>True if a good part of what is stored may be overwritten or deleted, so that all of it is worth writing anew.</summary>
    public bool IsWasteful => _deletions >= MinDeletions + (_points / PointsPerDeletion) || _late >= MinLate + (_points / 2);

    public SeriesLog Copy() => (SeriesLog)MemberwiseClone();

    /// <summary>Counts a row of points that came.</summary>
    /// <returns>Its number.</returns>
    public long Add(int count, long first, long last)
    {
        _late += first <= _newest ? count : 0;
        _newest = Math.Max(_newest, last);
        return AddMerged(count);
    }

    /// <summary>Counts a row of points that were there before.</summary>
    /// <returns>Its number.</returns>
    public long AddMerged(int count)
    {
        _points += count;
        if (count >= LargeRow)
        {
            TailRows = 0;
            TailStart = NextSeq + 1;
        }
        else
        {
            TailRows++;
        }

        return NextSeq++;
    }

    /// <summary>Counts a deletion.</summary>
    /// <returns>Its number.</returns>
    public long AddDeletion()
    {
        _deletions++;
        return NextSeq++;
    }

    /// <summary>Forgets the rows of the tail, which are about to be merged.</summary>
    public void TakeTail(long points)
    {
        _points -= points;
        TailRows = 0;
        TailStart = NextSeq;
    }

    /// <summary>Forgets all rows, which are about to be written anew.</summary>
    public void TakeAll()
    {
        TakeTail(_points);
        _late = 0;
        _deletions = 0;
    }

    /// <summary>Goes on with a number that is not taken.</summary>
    public void SkipTo(long seq) => NextSeq = Math.Max(NextSeq, seq);
}
