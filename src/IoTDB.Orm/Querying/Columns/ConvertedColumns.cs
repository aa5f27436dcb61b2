using System.ComponentModel;

namespace IoTDB.Orm.Generated;

/// <summary>Makes the columns of enums and converted properties; called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConvertedColumns
{
    /// <summary>A column of a value type that is stored as another type.</summary>
    /// <typeparam name="T">The property's type without its <c>?</c>.</typeparam>
    /// <typeparam name="TStore">bool, int, long, float, double, string, byte[], DateOnly or DateTimeOffset.</typeparam>
    /// <param name="name">Name of the measurement, unquoted.</param>
    /// <param name="dataType">Data type of the series.</param>
    /// <param name="toStore">From the property to the stored form.</param>
    /// <param name="fromStore">From the stored form to the property.</param>
    public static Column<T> Value<T, TStore>(string name, TsDataType dataType, Func<T, TStore> toStore, Func<TStore, T> fromStore)
        where T : struct
        where TStore : notnull => new ConvertedColumn<T, TStore>(name, dataType, toStore, fromStore);

    /// <summary>A column of a class that is stored as another type.</summary>
    /// <inheritdoc cref="Value{T,TStore}(string,TsDataType,Func{T,TStore},Func{TStore,T})"/>
    public static ReferenceColumn<T> Reference<T, TStore>(string name, TsDataType dataType, Func<T, TStore> toStore, Func<TStore, T> fromStore)
        where T : class
        where TStore : notnull => new ConvertedReferenceColumn<T, TStore>(name, dataType, toStore, fromStore);
}
