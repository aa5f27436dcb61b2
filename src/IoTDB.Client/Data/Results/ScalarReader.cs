namespace IoTDB.Client;

/// <summary>Reads rows of one column.</summary>
internal sealed class ScalarReader<T> : IRowReader<T>
{
    private readonly Func<ResultSet, int, T> _read = Scalars.ReaderOf<T>();

    public T Read(ResultSet results) => _read(results, 0);
}
