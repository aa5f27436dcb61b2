namespace IoTDB.Client;

/// <summary>Reads rows of three columns.</summary>
internal sealed class TripleReader<T1, T2, T3> : IRowReader<(T1, T2, T3)>
{
    private readonly Func<ResultSet, int, T1> _first = Scalars.ReaderOf<T1>();
    private readonly Func<ResultSet, int, T2> _second = Scalars.ReaderOf<T2>();
    private readonly Func<ResultSet, int, T3> _third = Scalars.ReaderOf<T3>();

    public (T1, T2, T3) Read(ResultSet results) => (_first(results, 0), _second(results, 1), _third(results, 2));
}
