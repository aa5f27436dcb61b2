using IoTDB.Client;
using IoTDB.Orm.Repositories;

namespace IoTDB.Orm;

/// <summary>Repositories without a container.</summary>
public static class IoTDBDataSourceExtensions
{
    /// <summary>The repository of a mapped class: stateless, thread-safe, one for each class and data source.</summary>
    /// <typeparam name="T">The mapped class.</typeparam>
    /// <param name="source">The data source, which stays the caller's to dispose of.</param>
    public static IRepository<T> Repository<T>(this IoTDBDataSource source)
        where T : class, IDeviceEntity<T>
    {
        ArgumentNullException.ThrowIfNull(source);
        return (IRepository<T>)source.Attachments.GetOrAdd(
            typeof(IRepository<T>), static (_, source) => new Repository<T>(RepositoryContext.Of(source)), source);
    }
}
