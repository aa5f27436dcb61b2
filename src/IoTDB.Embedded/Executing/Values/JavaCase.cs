using System.Text;

namespace IoTDB.Embedded.Executing.Values;

/// <summary>Upper and lower case as Java's: some letters become two or three. Source: Unicode, SpecialCasing.txt.</summary>
internal static class JavaCase
{
    private static readonly Dictionary<char, string> s_upper = new()
    {
        ['\u00DF'] = "SS", ['\u0149'] = "\u02BCN", ['\u01F0'] = "J\u030C", ['\u0390'] = "\u0399\u0308\u0301", ['\u03B0'] = "\u03A5\u0308\u0301",
        ['\u0587'] = "\u0535\u0552", ['\u1E96'] = "H\u0331", ['\u1E97'] = "T\u0308", ['\u1E98'] = "W\u030A", ['\u1E99'] = "Y\u030A", ['\u1E9A'] = "A\u02BE",
        ['\uFB00'] = "FF", ['\uFB01'] = "FI", ['\uFB02'] = "FL", ['\uFB03'] = "FFI", ['\uFB04'] = "FFL", ['\uFB05'] = "ST", ['\uFB06'] = "ST",
    };

    public static string ToUpper(string text)
    {
        StringBuilder upper = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isSpecial = rune.IsBmp && s_upper.TryGetValue((char)rune.Value, out string? several) && upper.Append(several) is not null;
            if (!isSpecial)
            {
                upper.Append(Rune.ToUpperInvariant(rune).ToString());
            }
        }

        return upper.ToString();
    }

    public static string ToLower(string text)
    {
        if (!text.AsSpan().ContainsAny('\u0130', '\u03A3'))
        {
            return string.Create(text.Length, text, static (span, source) => source.AsSpan().ToLowerInvariant(span));
        }

        StringBuilder lower = new(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            lower.Append(text[index] switch
            {
                '\u0130' => "i\u0307",
                '\u03A3' when EndsWord(text, index) => "\u03C2",
                _ => char.ToLowerInvariant(text[index]).ToString(),
            });
        }

        return lower.ToString();
    }

    // The Greek sigma has a form of its own behind a letter and before none.
    private static bool EndsWord(string text, int index) =>
        index > 0 && char.IsLetter(text[index - 1]) && (index + 1 == text.Length || !char.IsLetter(text[index + 1]));
}
