using System.Runtime.CompilerServices;

namespace IoTDB.Client;

/// <summary>Where the mapper says how rows of one of its types are read.</summary>
internal static class MappedRows<T>
{
    /// <summary>Reads all rows of a result set; the caller disposes of it. Null while <typeparamref name="T"/> is no mapped type.</summary>
    public static Func<ResultSet, CancellationToken, IAsyncEnumerable<T>>? Stream { get; set; }

    /// <summary>As <see cref="Stream"/>; where nothing of the type's assembly has run yet, it registers its types first.</summary>
    public static Func<ResultSet, CancellationToken, IAsyncEnumerable<T>>? Find()
    {
        if (Stream is null && !Scalars.Knows(typeof(T)))
        {
            RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        }

        return Stream;
    }
}
