namespace IoTDB.Client;

/// <summary>What a call is about, for spans and metrics, where its caller knows: all devices of a mapped class, never one of them.</summary>
/// <param name="Database">The database.</param>
/// <param name="Collection">Pattern of the devices, for example <c>root.plant.*.*</c>.</param>
internal readonly record struct CallSubject(string? Database, string? Collection);
