namespace IoTDB.Orm;

/// <summary>A column of an enum or a converted value type; compared in its stored form.</summary>
internal sealed class ConvertedColumn<T, TStore> : Column<T>
    where T : struct
    where TStore : notnull
{
    internal ConvertedColumn(string name, TsDataType dataType, Func<T, TStore> toStore, Func<TStore, T> fromStore)
        : base(name, dataType, value => FilterValue.Of(toStore(value)), CellReaders.Converted(fromStore))
    {
    }
}
