namespace IoTDB.Client;

/// <summary>Readers of single cells, by .NET type; no reflection.</summary>
internal static class Scalars
{
    private static readonly Dictionary<Type, Delegate> s_readers = new()
    {
        [typeof(bool)] = Value<bool>(),
        [typeof(int)] = Value<int>(),
        [typeof(long)] = Value<long>(),
        [typeof(float)] = Value<float>(),
        [typeof(double)] = Value<double>(),
        [typeof(DateOnly)] = Value<DateOnly>(),
        [typeof(DateTime)] = Value<DateTime>(),
        [typeof(DateTimeOffset)] = Value<DateTimeOffset>(),
        [typeof(bool?)] = Nullable<bool>(),
        [typeof(int?)] = Nullable<int>(),
        [typeof(long?)] = Nullable<long>(),
        [typeof(float?)] = Nullable<float>(),
        [typeof(double?)] = Nullable<double>(),
        [typeof(DateOnly?)] = Nullable<DateOnly>(),
        [typeof(DateTime?)] = Nullable<DateTime>(),
        [typeof(DateTimeOffset?)] = Nullable<DateTimeOffset>(),
        [typeof(string)] = static (ResultSet results, int ordinal) => results.GetString(ordinal),
        [typeof(byte[])] = static (ResultSet results, int ordinal) => results.IsNull(ordinal) ? null : results.Get<byte[]>(ordinal),
    };

    /// <summary>Whether a column can be read as this type.</summary>
    public static bool Knows(Type type) => s_readers.ContainsKey(type);

    /// <exception cref="NotSupportedException">No column can be read as this type.</exception>
    public static Func<ResultSet, int, T> ReaderOf<T>() => s_readers.TryGetValue(typeof(T), out Delegate? reader)
        ? (Func<ResultSet, int, T>)reader
        : throw new NotSupportedException($"No column can be read as {typeof(T).Name}; use bool, int, long, float, double, string, byte[], DateOnly, DateTime, DateTimeOffset or their nullable forms, a tuple of them as Sql<T1, T2>, or a class with [Device].");

    private static Func<ResultSet, int, T> Value<T>() => static (results, ordinal) => results.Get<T>(ordinal);

    private static Func<ResultSet, int, T?> Nullable<T>()
        where T : struct => static (results, ordinal) => results.GetNullable<T>(ordinal);
}
