namespace IoTDB.Client;

/// <summary>What a call is, for spans and metrics. Never holds the path of one device, and a value only where the user asked for them.</summary>
/// <param name="Name">The verb: <c>INSERT</c>, <c>SELECT</c>, <c>DELETE</c> …</param>
/// <param name="Collection">Pattern of the devices (<c>root.plant.*.*</c>) or the table; null where it is not known.</param>
/// <param name="Database">The database; null where it is not known.</param>
/// <param name="Statement">SQL as spans may show it; null for calls without SQL.</param>
/// <param name="Tablets">Tablets in one request; counted only when there are several.</param>
internal readonly record struct OperationInfo(string Name, string? Collection = null, string? Database = null, string? Statement = null, int Tablets = 0)
{
    /// <summary>Name of the span.</summary>
    public string Summary => Collection is null ? Name : $"{Name} {Collection}";
}
