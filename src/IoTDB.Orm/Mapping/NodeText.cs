using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace IoTDB.Orm;

/// <summary>What may stand in one level of a path, and how the server writes it. Source: SQL reference 1.2 and 1.3.</summary>
internal static partial class NodeText
{
    private static readonly SearchValues<char> s_ascii = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>The node as the server stores, compares and prints it: bare where it can be, else in backquotes.</summary>
    internal static string Canonical(string text) =>
        IsPlain(text) && !Number().IsMatch(text) ? text : "`" + text.Replace("`", "``", StringComparison.Ordinal) + "`";

    /// <summary>Whether every character may stand outside backquotes.</summary>
    internal static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (!s_ascii.Contains(c) && c is not (>= '\u2E80' and <= '\u9FFF'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>Refuses what the server refuses or cannot address: nothing, and control characters.</summary>
    internal static void ThrowIfUnusable([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, name);
        if (text.Any(char.IsControl))
        {
            throw new ArgumentException("A path level cannot hold control characters.", name);
        }
    }

    [GeneratedRegex("^[0-9]+([eE][0-9]+)?[dDfFlL]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
