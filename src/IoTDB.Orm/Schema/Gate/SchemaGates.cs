using IoTDB.Client;

namespace IoTDB.Orm.Schema;

/// <summary>Finds the gate of a data source; all repositories on it share one, because they share devices.</summary>
internal static class SchemaGates
{
    /// <summary>The gate of a data source.</summary>
    public static IDeviceSchemaGate Of(IoTDBDataSource dataSource) => (IDeviceSchemaGate)dataSource.Attachments.GetOrAdd(
        typeof(IDeviceSchemaGate),
        static (_, source) => new DeviceSchemaGate(
            new SchemaServer(source), source.Options.TimeProvider, source.Options.LoggerFactory.CreateLogger(SchemaLog.Category), dataSource: source.Options.Name),
        dataSource);
}
