using System.Text.RegularExpressions;

namespace IoTDB.Embedded.Paths;

/// <summary>Names of path nodes in the canonical form the server stores, compares and prints. Source: sql.md section 1.3.</summary>
/// <remarks>
/// Bare if the name consists of letters, digits, underscores and U+2E80 to U+9FFF and is not a number; otherwise between backquotes, inner ones doubled.
/// </remarks>
internal static partial class NodeName
{
    private const int MostStars = 2;

    /// <summary>The canonical name of what stands between backquotes, inner ones already single.</summary>
    public static string FromText(string text) =>
        IsPlain(text) && !IsRealNumber(text) ? text : $"`{text.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>The user's text of a canonical name: without backquotes.</summary>
    public static string ToText(string name) =>
        IsQuoted(name) ? name[1..^1].Replace("``", "`", StringComparison.Ordinal) : name;

    /// <summary>True if a canonical name stands between backquotes.</summary>
    public static bool IsQuoted(string name) => name.Length >= 2 && name[0] == '`' && name[^1] == '`';

    /// <summary>True if a character may stand in a name that needs no backquotes.</summary>
    public static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || c is >= '\u2E80' and <= '\u9FFF';

    /// <summary>True if a text has plain characters only, and at least one; it may be a number.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!IsPlain(c))
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }

    /// <summary>True if text without backquotes may be a node: plain characters, up to two stars at each end, or nothing but stars.</summary>
    public static bool IsPlainOrWildcard(string text)
    {
        ReadOnlySpan<char> fromName = text.AsSpan().TrimStart('*');
        if (fromName.IsEmpty)
        {
            return text.Length is > 0 and <= MostStars;
        }

        ReadOnlySpan<char> name = fromName.TrimEnd('*');
        return text.Length - fromName.Length <= MostStars && fromName.Length - name.Length <= MostStars && IsPlain(name);
    }

    /// <summary>True for the names of the time column, which no node of a series may have.</summary>
    public static bool IsTime(string name) =>
        ToText(name) is var text && (text.Equals("time", StringComparison.OrdinalIgnoreCase) || text.Equals("timestamp", StringComparison.OrdinalIgnoreCase));

    /// <summary>True for a decimal number with optional sign, exponent and Java type letter.</summary>
    public static bool IsRealNumber(string text) => RealNumber().IsMatch(text);

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[dDfFlL]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex RealNumber();
}
