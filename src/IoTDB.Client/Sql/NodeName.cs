using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace IoTDB.Client;

/// <summary>Names of path nodes: what the user calls them, what the server stores, what SQL may say bare.</summary>
/// <remarks>
/// Canonical, as the server stores, compares and prints it: the bare text if it has only letters, digits, <c>_</c> and U+2E80 to U+9FFF and
/// is not a number; else the text in backquotes, inner ones doubled. Source: sql.md 1.3, observed.
/// </remarks>
internal static class NodeName
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> s_refused = SearchValues.Create("*%");

    // Not usable bare in some release the library speaks to; quoting a plain name is harmless.
    private static readonly FrozenSet<string> s_keywords = FrozenSet.ToFrozenSet(
        [
            "root", "time", "timestamp", "path", "type", "if", "exists", "extend", "loaded", "permitted", "reconstruct", "region",
            "verbose", "ainode", "ai_devices", "storage_properties", "null", "true", "false", "nan", "and", "or", "not", "in", "between",
            "is", "like", "regexp", "contains", "select", "from", "where", "group", "order", "by", "limit", "offset", "slimit", "soffset",
            "fill", "having", "align", "into", "last", "case", "when", "then", "else", "end", "as", "distinct", "asc", "desc",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The canonical node of a name as the user knows it.</summary>
    /// <exception cref="ArgumentException">The server would refuse, rewrite or misread the name.</exception>
    public static string FromValue(string value, string parameter)
    {
        Check(value, parameter);
        if (IsReserved(value))
        {
            throw new ArgumentException($"No level of a path and no measurement can be called '{value}': the server does not take it, quoted or not.", parameter);
        }

        return IsPlain(value) && !IsNumber(value) ? value : Quote(value);
    }

    /// <summary>What may stand in requests and in tree SQL for a name as the user knows it.</summary>
    /// <exception cref="ArgumentException">As for <see cref="FromValue"/>.</exception>
    public static string ToWire(string value, string parameter) => ToSql(FromValue(value, parameter));

    /// <summary>The name as the user knows it, of a canonical node.</summary>
    public static string ToValue(string node) =>
        node.Length >= 2 && node[0] == '`' && node[^1] == '`' ? node[1..^1].Replace("``", "`", StringComparison.Ordinal) : node;

    /// <summary>What may stand in tree SQL for a canonical node.</summary>
    public static string ToSql(string node)
    {
        bool bare = node[0] == '`' || (IsWord(node) && !s_keywords.Contains(node)) || IsNumber(node);
        return bare ? node : Quote(node);
    }

    /// <summary>
    /// The names that do not work in any place of a path: 2.0.1-beta refuses the two of time, and a device called <c>root</c> makes every
    /// SHOW DEVICES that finds it fail. Observed.
    /// </summary>
    public static bool IsReserved(string value) =>
        value.Equals("time", StringComparison.OrdinalIgnoreCase)
        || value.Equals("timestamp", StringComparison.OrdinalIgnoreCase)
        || value.Equals("root", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text needs no backquotes by its characters alone.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_' && c is not (>= '\u2E80' and <= '\u9FFF'))
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }

    /// <summary>Whether the server unwraps no backquotes around the text because it reads a number: digits, exponent, one of <c>d f l</c>.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        int digits = Digits(text);
        if (digits == 0)
        {
            return false;
        }

        text = text[digits..];
        if (text.Length > 1 && text[0] is 'e' or 'E')
        {
            int exponent = Digits(text[1..]);
            if (exponent == 0)
            {
                return false;
            }

            text = text[(exponent + 1)..];
        }

        return text.IsEmpty || (text.Length == 1 && text[0] is 'd' or 'D' or 'f' or 'F' or 'l' or 'L');
    }

    public static string Quote(string text) => string.Concat("`", text.Replace("`", "``", StringComparison.Ordinal), "`");

    /// <summary>Refuses what no name of the tree may hold.</summary>
    public static void Check(string value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException("A name cannot be empty.", parameter);
        }

        if (value.AsSpan().ContainsAny(s_refused))
        {
            throw new ArgumentException($"The name {Shown(value)} holds '*' or '%', which the server takes for wildcards.", parameter);
        }

        foreach (Rune rune in value.EnumerateRunes())
        {
            if (rune.Value is < 0x20 or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029 or 0xFFFD)
            {
                throw new ArgumentException(
                    $"The name {Shown(value)} holds a control character or a broken surrogate pair, which the server cannot store.", parameter);
            }
        }
    }

    /// <summary>A name for messages: escaped and cut, so that it cannot forge one.</summary>
    public static string Shown(string value) => $"'{ServerText.Escape(value, 80)}'";

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiLetter(text[0]) && text[0] != '_')
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExcept(s_digits);
        return end < 0 ? text.Length : end;
    }
}
