namespace IoTDB.Orm;

/// <summary>A column of a converted class.</summary>
internal sealed class ConvertedReferenceColumn<T, TStore> : ReferenceColumn<T>
    where T : class
    where TStore : notnull
{
    internal ConvertedReferenceColumn(string name, TsDataType dataType, Func<T, TStore> toStore, Func<TStore, T> fromStore)
        : base(name, dataType, value => FilterValue.Of(toStore(value)), CellReaders.ConvertedReference(fromStore))
    {
    }
}
