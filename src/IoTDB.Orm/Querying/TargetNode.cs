using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>One level of a device pattern.</summary>
/// <param name="Text">The level's name, or its beginning; null for any.</param>
/// <param name="IsWildcard">Whether anything may follow the text.</param>
internal readonly record struct TargetNode(string? Text, bool IsWildcard)
{
    /// <summary>Whether the server reads the text with a star behind it as the beginning of a name: no keyword, no number.</summary>
    internal bool CanStandBeforeWildcard => Text is { } text && NodeName.IsPlain(text) && !char.IsAsciiDigit(text[0]) && NodeName.ToSql(text)[0] != '`';
}
