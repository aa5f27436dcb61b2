namespace IoTDB.Orm.Querying;

/// <summary>Hands the cells of each row to the projection.</summary>
internal sealed class ProjectionDecoder<TResult>(string[] measurements, Func<RowHead, ICells, TResult> result) : IResultDecoder<TResult>
{
    public IReadOnlyList<string> Items => measurements;

    public TResult Decode(RowHead head, ICells cells) => result(head, cells);
}
