using System.Collections.Concurrent;
using IoTDB.Client;
using IoTDB.Testing;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>One data source a server for the whole suite.</summary>
internal static class Sources
{
    private static readonly ConcurrentDictionary<ServerKind, Lazy<Task<IoTDBDataSource>>> s_sources = new();

    public static Task<IoTDBDataSource> OfAsync(ServerKind kind) => s_sources.GetOrAdd(kind, static kind => new(() => OpenAsync(kind))).Value;

    public static async Task<IRepository<T>> RepositoryAsync<T>(ServerKind kind)
        where T : class, IDeviceEntity<T> => (await OfAsync(kind)).Repository<T>();

    private static async Task<IoTDBDataSource> OpenAsync(ServerKind kind) =>
        new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)) { Name = $"suite-{kind}" }.Build();
}
