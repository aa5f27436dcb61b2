namespace IoTDB.Orm.Querying;

/// <summary>Timestamps in the server's precision, both ends included.</summary>
internal readonly record struct Interval(long First, long Last)
{
    internal static Interval Empty => new(0, -1);

    internal static Interval All => new(long.MinValue, long.MaxValue);

    internal bool IsEmpty => First > Last;

    internal bool Contains(long timestamp) => timestamp >= First && timestamp <= Last;
}
