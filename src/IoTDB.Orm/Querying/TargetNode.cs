namespace IoTDB.Orm.Querying;

/// <summary>One level of a device pattern.</summary>
/// <param name="Text">The level's name, or its beginning; null for any.</param>
/// <param name="IsWildcard">Whether anything may follow the text.</param>
internal readonly record struct TargetNode(string? Text, bool IsWildcard);
