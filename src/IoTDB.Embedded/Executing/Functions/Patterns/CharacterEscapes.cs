using System.Globalization;

namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>Reads what may follow a backslash both in a class and outside: one character, or a set.</summary>
internal static class CharacterEscapes
{
    /// <summary>After the backslash. Exactly one of the two is given; neither for a letter that means something only outside a class.</summary>
    public static (int? Character, CharacterSet? Set) Read(PatternReader reader, PatternFlags flags)
    {
        int letter = reader.Next();
        switch (letter)
        {
            case PatternReader.End:
                throw reader.Error("Unexpected internal error");
            case 't':
                return ('\t', null);
            case 'n':
                return ('\n', null);
            case 'r':
                return ('\r', null);
            case 'f':
                return ('\f', null);
            case 'a':
                return ('\a', null);
            case 'e':
                return ('\u001B', null);
            case '0':
                return (Octal(reader), null);
            case 'x':
                return (Hexadecimal(reader), null);
            case 'u':
                return (Digits(reader, 4, "Illegal Unicode escape sequence"), null);
            case 'c':
                int control = reader.Next();
                return control == PatternReader.End ? throw reader.Error("Illegal control escape sequence") : (control ^ 64, null);
            case 'p' or 'P':
                CharacterSet named = Property(reader, flags);
                return (null, letter == 'P' ? named.Not() : named);
        }

        bool unicode = flags.HasFlag(PatternFlags.UnicodeClasses);
        if (letter < 128 && CharacterProperties.Shorthand(letter | 0x20, unicode) is { } set)
        {
            return (null, letter < 'a' ? set.Not() : set);
        }

        bool isLetterOrDigit = letter < 128 && char.IsAsciiLetterOrDigit((char)letter);
        return isLetterOrDigit ? (null, null) : (letter, null);
    }

    private static CharacterSet Property(PatternReader reader, PatternFlags flags)
    {
        int letter = reader.Next();
        string name = letter == PatternReader.End ? string.Empty : char.ConvertFromUtf32(letter);
        if (letter == '{')
        {
            name = string.Empty;
            while (reader.Next() is var next and not '}')
            {
                name += next == PatternReader.End ? throw reader.Error("Unclosed character family") : char.ConvertFromUtf32(next);
            }
        }

        CharacterSet? set = flags.HasFlag(PatternFlags.UnicodeClasses) ? CharacterProperties.Named("Is" + name) ?? CharacterProperties.Named(name) : CharacterProperties.Named(name);
        if (set is null)
        {
            throw reader.Error($"Unknown character property name {{{name}}}");
        }

        return flags.HasFlag(PatternFlags.IgnoreCase) && name is "Lower" or "Upper" ? CharacterProperties.Named("Alpha")! : set;
    }

    private static int Octal(PatternReader reader)
    {
        if (reader.Peek() is not (>= '0' and <= '7'))
        {
            throw reader.Error("Illegal octal escape sequence");
        }

        int most = reader.Peek() <= '3' ? 3 : 2;
        int value = 0;
        for (int count = 0; count < most && reader.Peek() is >= '0' and <= '7'; count++)
        {
            value = (value * 8) + reader.Next() - '0';
        }

        return value;
    }

    private static int Hexadecimal(PatternReader reader)
    {
        const string Fault = "Illegal hexadecimal escape sequence";
        if (!reader.Take('{'))
        {
            return Digits(reader, 2, Fault);
        }

        int value = 0;
        int count = 0;
        while (!reader.Take('}'))
        {
            value = (value * 16) + Digits(reader, 1, Fault);
            if (++count > 8 || value > 0x10FFFF)
            {
                throw reader.Error("Hexadecimal codepoint is too big");
            }
        }

        return count > 0 ? value : throw reader.Error(Fault);
    }

    private static int Digits(PatternReader reader, int count, string fault)
    {
        int value = 0;
        for (int index = 0; index < count; index++)
        {
            int digit = reader.Next();
            if (digit is < 0 or > 127 || !int.TryParse([(char)digit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int part))
            {
                throw reader.Error(fault);
            }

            value = (value * 16) + part;
        }

        return value;
    }
}
