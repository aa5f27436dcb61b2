namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>The sets that patterns name: <c>\d</c>, <c>\p{Alpha}</c>, <c>\p{Lu}</c>, <c>\p{IsHan}</c>. Source: java.util.regex.Pattern, Java 17.</summary>
internal static class CharacterProperties
{
    public static readonly CharacterSet LineEnds = CharacterSet.OfAll("\n\r\u0085\u2028\u2029");

    private static readonly Dictionary<string, (int From, int To)[]> s_ascii = new(StringComparer.Ordinal)
    {
        ["ASCII"] = [(0, 0x7F)],
        ["Alnum"] = [('0', '9'), ('A', 'Z'), ('a', 'z')],
        ["Alpha"] = [('A', 'Z'), ('a', 'z')],
        ["Blank"] = [(' ', ' '), ('\t', '\t')],
        ["Cntrl"] = [(0, 0x1F), (0x7F, 0x7F)],
        ["Digit"] = [('0', '9')],
        ["Graph"] = [('!', '~')],
        ["Lower"] = [('a', 'z')],
        ["Print"] = [(' ', '~')],
        ["Punct"] = [('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        ["Space"] = [('\t', '\r'), (' ', ' ')],
        ["Upper"] = [('A', 'Z')],
        ["XDigit"] = [('0', '9'), ('A', 'F'), ('a', 'f')],
        ["L1"] = [(0, 0xFF)],
        ["all"] = [(0, 0x10FFFF)],
    };

    /// <summary>The set of <c>\d \w \s \h \v</c>; null for another letter.</summary>
    public static CharacterSet? Shorthand(int letter, bool unicode) => (letter, unicode) switch
    {
        ('d', false) => Ascii("Digit"),
        ('d', true) => Category("Nd"),
        ('w', false) => Ascii("Alnum").Or(CharacterSet.OfAll("_")),
        ('w', true) => Category("L").Or(Category("M")).Or(Category("Nd")).Or(Category("Pc")),
        ('s', false) => Ascii("Space"),
        ('s', true) => WhiteSpace,
        ('h', _) => CharacterSet.Of((' ', ' '), ('\t', '\t'), (0xA0, 0xA0), (0x1680, 0x1680), (0x180E, 0x180E), (0x2000, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)),
        ('v', _) => CharacterSet.Of(('\n', '\r'), (0x85, 0x85), (0x2028, 0x2029)),
        _ => null,
    };

    private static CharacterSet WhiteSpace => CharacterSet.Of(('\t', '\r'), (0x85, 0x85)).Or(Category("Z"));

    /// <summary>The set a <c>\p{name}</c> stands for; null where Java knows none.</summary>
    public static CharacterSet? Named(string name)
    {
        int equals = name.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
        {
            string value = name[(equals + 1)..];
            return name[..equals].ToUpperInvariant() switch
            {
                "SC" or "SCRIPT" => UnicodeScripts.Find(value),
                "GC" or "GENERAL_CATEGORY" => UnicodeCategories.Find(value),
                _ => null,
            };
        }

        if (name.StartsWith("Is", StringComparison.Ordinal))
        {
            string rest = name[2..];
            return Binary(rest.ToUpperInvariant()) ?? UnicodeCategories.Find(rest) ?? UnicodeScripts.Find(rest);
        }

        return name.StartsWith("java", StringComparison.Ordinal) ? OfJava(name[4..]) : s_ascii.ContainsKey(name) ? Ascii(name) : UnicodeCategories.Find(name);
    }

    private static CharacterSet Ascii(string name) => CharacterSet.Of(s_ascii[name]);

    private static CharacterSet Category(string name) => UnicodeCategories.Find(name)!;

    private static CharacterSet? Binary(string name) => name switch
    {
        "ALPHABETIC" => Category("L").Or(Category("Nl")),
        "LETTER" => Category("L"),
        "IDEOGRAPHIC" => UnicodeScripts.Find("Han"),
        "LOWERCASE" => Category("Ll").Or(CharacterSet.OfAll("\u00AA\u00BA")),
        "UPPERCASE" => Category("Lu"),
        "TITLECASE" => Category("Lt"),
        "PUNCTUATION" => Category("P"),
        "CONTROL" => Category("Cc"),
        "WHITE_SPACE" => WhiteSpace,
        "DIGIT" => Category("Nd"),
        "HEX_DIGIT" => Ascii("XDigit").Or(CharacterSet.Of((0xFF10, 0xFF19), (0xFF21, 0xFF26), (0xFF41, 0xFF46))),
        "ASSIGNED" => Category("Cn").Not(),
        _ => null,
    };

    private static CharacterSet? OfJava(string name) => name switch
    {
        "LowerCase" => Binary("LOWERCASE"),
        "UpperCase" => Binary("UPPERCASE"),
        "TitleCase" => Binary("TITLECASE"),
        "Alphabetic" => Binary("ALPHABETIC"),
        "Digit" => Category("Nd"),
        "Letter" => Category("L"),
        "LetterOrDigit" => Category("L").Or(Category("Nd")),
        "SpaceChar" => Category("Z"),
        "Whitespace" => CharacterSet.Of(('\t', '\r'), (0x1C, 0x1F)).Or(Category("Z").And(CharacterSet.OfAll("\u00A0\u2007\u202F").Not())),
        "ISOControl" => Category("Cc"),
        _ => null,
    };
}
