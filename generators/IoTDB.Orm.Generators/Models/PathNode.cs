namespace IoTDB.Orm.Generators;

/// <summary>One level of a device path: fixed text without quotes, or the name of a key property.</summary>
internal sealed record PathNode(string Text, bool IsKey);
