using IoTDB.Client;
using IoTDB.Orm.Schema;
using IoTDB.Orm.Writing;

namespace IoTDB.Orm.Repositories;

/// <summary>What all repositories of one data source share.</summary>
internal sealed class RepositoryContext(IoTDBDataSource source, IDeviceSchemaGate gate, WriteLimits limits, TimeProvider clock)
{
    internal IoTDBDataSource Source { get; } = source;

    internal IDeviceSchemaGate Gate { get; } = gate;

    internal WriteLimits Limits { get; } = limits;

    internal TimeProvider Clock { get; } = clock;

    internal DataSourceQueryRunner Runner { get; } = new(source, clock);

    /// <summary>The context of a data source, with the limits that were attached to it, if any.</summary>
    internal static RepositoryContext Of(IoTDBDataSource source) => (RepositoryContext)source.Attachments.GetOrAdd(
        typeof(RepositoryContext),
        static (_, source) => new RepositoryContext(source, SchemaGates.Of(source), WriteLimits.Of(source), source.Options.TimeProvider),
        source);
}
