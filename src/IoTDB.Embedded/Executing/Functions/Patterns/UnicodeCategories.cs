using System.Collections.Concurrent;
using System.Globalization;

namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>Sets of Unicode's general categories, by their one or two letters.</summary>
internal static class UnicodeCategories
{
    private static readonly ConcurrentDictionary<string, CharacterSet> s_known = new(StringComparer.Ordinal);

    /// <summary>The characters of a category; null when there is none of that name.</summary>
    public static CharacterSet? Find(string name)
    {
        string[] words = name == "LC" ? ["Lu", "Ll", "Lt"] : [name];
        HashSet<UnicodeCategory> categories = [.. Enum.GetValues<UnicodeCategory>().Where(category => words.Any(word => Short(category).StartsWith(word, StringComparison.Ordinal)))];
        return categories.Count == 0 || name.Length == 0
            ? null
            : s_known.GetOrAdd(name, _ => CharacterSet.Where(character => categories.Contains(CharUnicodeInfo.GetUnicodeCategory(character))));
    }

    private static string Short(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.Surrogate => "Cs",
        UnicodeCategory.PrivateUse => "Co",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "Cn",
    };
}
