using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>What a statement's text depends on besides the query.</summary>
/// <param name="Scale">The server's time precision.</param>
/// <param name="Now">The moment of sending.</param>
/// <param name="Target">The devices, looked up where their pattern needs it.</param>
internal readonly record struct StatementContext(TimeScale Scale, DateTimeOffset Now, DeviceTarget Target);
