namespace IoTDB.Client;

/// <summary>Reads rows of two columns.</summary>
internal sealed class PairReader<T1, T2> : IRowReader<(T1, T2)>
{
    private readonly Func<ResultSet, int, T1> _first = Scalars.ReaderOf<T1>();
    private readonly Func<ResultSet, int, T2> _second = Scalars.ReaderOf<T2>();

    public (T1, T2) Read(ResultSet results) => (_first(results, 0), _second(results, 1));
}
