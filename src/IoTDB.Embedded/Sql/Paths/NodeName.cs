using System.Text.RegularExpressions;
using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Paths;

/// <summary>Canonical node names: the bare text where it may stand bare, else the text in backquotes. Source: sql.md section 1.3.</summary>
internal static partial class NodeName
{
    /// <summary>The canonical name of what a backquoted node holds.</summary>
    public static string FromText(string text) => IsBare(text) ? text : Quote(text);

    /// <summary>Puts backquotes around a text and doubles those within.</summary>
    public static string Quote(string text) => $"`{text.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>The user's text of a canonical name.</summary>
    public static string ToText(string name) =>
        IsQuoted(name) ? name[1..^1].Replace("``", "`", StringComparison.Ordinal) : name;

    public static bool IsQuoted(string name) => name.Length >= 2 && name[0] == '`' && name[^1] == '`';

    /// <summary>True when a text is its own canonical name: plain characters, and no number.</summary>
    public static bool IsBare(string text) => IsPlain(text) && !IsRealNumber(text);

    public static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (!Characters.IsPlainName(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    public static bool IsRealNumber(string text) => RealNumber().IsMatch(text);

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[dDfFlL]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex RealNumber();
}
