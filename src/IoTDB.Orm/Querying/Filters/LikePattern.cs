namespace IoTDB.Orm.Querying;

/// <summary>Patterns of LIKE with backslash as the escape character; the server has none by default.</summary>
internal static class LikePattern
{
    internal const char EscapeCharacter = '\\';

    /// <summary>The pattern that matches exactly this text.</summary>
    internal static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
    }

    /// <summary>The pattern itself, if the server can read it.</summary>
    internal static string Check(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == EscapeCharacter && (++i == pattern.Length || pattern[i] is not ('%' or '_' or EscapeCharacter)))
            {
                throw new ArgumentException($"In the pattern '{pattern}' a backslash is not followed by %, _ or a backslash.", nameof(pattern));
            }
        }

        return pattern;
    }
}
