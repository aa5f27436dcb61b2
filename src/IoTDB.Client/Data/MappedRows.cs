namespace IoTDB.Client;

/// <summary>Where the mapper says how rows of one of its types are read; null while <typeparamref name="T"/> is no mapped type.</summary>
internal static class MappedRows<T>
{
    /// <summary>Reads all rows of a result set; the caller disposes of it.</summary>
    public static Func<ResultSet, CancellationToken, IAsyncEnumerable<T>>? Stream { get; set; }
}
