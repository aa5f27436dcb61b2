using System.Globalization;
using System.Text.RegularExpressions;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>Names of path nodes in the canonical form the server stores, compares and prints.</summary>
/// <remarks>
/// Bare if the name consists of letters, digits, underscores and U+2E80 to U+9FFF and is not a number; otherwise between backquotes, inner ones doubled.
/// </remarks>
internal static partial class NodeName
{
    /// <summary>Canonical form of the text between backquotes, inner ones already single.</summary>
    public static string FromQuoted(string content) =>
        BareName().IsMatch(content) && !IsRealNumber(content) ? content : "`" + content.Replace("`", "``", StringComparison.Ordinal) + "`";

    /// <summary>The name without backquotes.</summary>
    public static string Unquote(string canonical) =>
        canonical.Length >= 2 && canonical[0] == '`' ? canonical[1..^1].Replace("``", "`", StringComparison.Ordinal) : canonical;

    /// <summary>True if text without backquotes may be a node; stars only at its ends.</summary>
    public static bool IsLegalBare(string text) => BarePattern().IsMatch(text);

    /// <summary>True for a decimal number with optional sign, exponent and Java type letter.</summary>
    public static bool IsRealNumber(string text)
    {
        var digits = text.Length > 1 && text[^1] is 'd' or 'D' or 'f' or 'F' or 'l' or 'L' ? text[..^1] : text;
        return digits.Length > 0 && (char.IsAsciiDigit(digits[^1]) || digits[^1] == '.')
            && double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_\u2E80-\u9FFF]+\z")]
    private static partial Regex BareName();

    [GeneratedRegex(@"^(\*{1,2}|\*{0,2}[A-Za-z0-9_\u2E80-\u9FFF]+\*{0,2})\z")]
    private static partial Regex BarePattern();
}
