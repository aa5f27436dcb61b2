namespace IoTDB.Orm.Querying;

/// <summary>Turns the rows of one answer into results. Not thread-safe: it belongs to one enumeration.</summary>
internal interface IResultDecoder<out TResult>
{
    /// <summary>The measurements or aliases to look up in the answer, in the order <see cref="ICells"/> counts them.</summary>
    IReadOnlyList<string> Items { get; }

    /// <summary>The result for the current row.</summary>
    /// <param name="head">Its device and time.</param>
    /// <param name="cells">Its cells.</param>
    TResult Decode(RowHead head, ICells cells);
}
