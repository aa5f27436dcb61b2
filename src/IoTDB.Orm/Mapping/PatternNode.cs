namespace IoTDB.Orm;

/// <summary>One level of a <see cref="DevicePattern"/>: fixed text, or a key that a property fills.</summary>
/// <param name="Text">The node's text without quotes, or the name of the key property.</param>
/// <param name="IsKey">Whether <paramref name="Text"/> names a property.</param>
public readonly record struct PatternNode(string Text, bool IsKey);
