using System.Globalization;
using System.Text;

namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>Says a pattern of Java in the language of .NET. Source: java.util.regex.Pattern, Java 17.</summary>
/// <remarks>
/// Nothing is left to .NET's own reading: characters are whole also beyond 16 bits, letters are of one case unless <c>(?i)</c> and then only
/// ASCII ones, <c>\w \d \s</c> are ASCII, lines end in five ways, groups count from the left whether named or not.
/// </remarks>
internal sealed class PatternTranslator
{
    private const string Word = @"[\p{L}\p{Nd}_]";
    private readonly PatternReader _reader;
    private readonly GroupNames _groups;
    private PatternFlags _flags;

    private PatternTranslator(string pattern)
    {
        _reader = new PatternReader(pattern);
        _groups = new GroupNames(_reader);
    }

    /// <exception cref="ArgumentException">The pattern is none.</exception>
    public static string Translate(string pattern)
    {
        PatternTranslator translator = new(pattern);
        string translated = translator.Alternatives();
        return translator._reader.Peek() == PatternReader.End ? translated : throw translator._reader.Error("Unmatched closing ')'");
    }

    private string Alternatives()
    {
        StringBuilder text = new(Sequence());
        while (_reader.Take('|'))
        {
            text.Append('|').Append(Sequence());
        }

        return text.ToString();
    }

    private string Sequence()
    {
        StringBuilder text = new();
        while (true)
        {
            Skip();
            if (_reader.Peek() is PatternReader.End or '|' or ')')
            {
                return text.ToString();
            }

            if (Part() is { } part)
            {
                text.Append(part);
            }
        }
    }

    private string? Part()
    {
        int character = _reader.Next();
        string? atom = character switch
        {
            '(' => Group(),
            '[' => new CharacterClassParser(_reader, _flags).Read().ToString(),
            '\\' => Escape(),
            '^' => _flags.HasFlag(PatternFlags.Multiline) ? LineStart : @"\A",
            '$' => _flags.HasFlag(PatternFlags.Multiline) ? LineEnd : TextEnd,
            '.' => Any(),
            '*' or '+' or '?' => throw _reader.Error($"Dangling meta character '{(char)character}'"),
            '{' => throw _reader.Error("Illegal repetition"),
            _ => Literal(character),
        };
        return atom is null ? null : Repeated(atom);
    }

    private string Repeated(string atom)
    {
        Skip();
        string count;
        switch (_reader.Peek())
        {
            case '*' or '+' or '?':
                count = ((char)_reader.Next()).ToString();
                break;
            case '{':
                count = Count();
                break;
            default:
                return atom;
        }

        string repeated = $"(?:{atom}){count}";
        return _reader.Take('?') ? repeated + "?" : _reader.Take('+') ? $"(?>{repeated})" : repeated;
    }

    private string Count()
    {
        _reader.Position++;
        int? least = Number();
        if (least is null)
        {
            throw _reader.Error("Illegal repetition");
        }

        string count = string.Create(CultureInfo.InvariantCulture, $"{{{least}");
        if (_reader.Take(','))
        {
            int? most = Number();
            count += string.Create(CultureInfo.InvariantCulture, $",{most}");
            if (most < least)
            {
                throw _reader.Error("Illegal repetition range");
            }
        }

        return _reader.Take('}') ? count + "}" : throw _reader.Error("Unclosed counted closure");
    }

    private int? Number()
    {
        int? number = null;
        while (_reader.Peek() is >= '0' and <= '9')
        {
            long next = ((number ?? 0) * 10L) + _reader.Next() - '0';
            number = next <= int.MaxValue ? (int)next : throw _reader.Error("Illegal repetition range");
        }

        return number;
    }

    private string? Group()
    {
        PatternFlags outer = _flags;
        if (!_reader.Take('?'))
        {
            return Close($"(?<{_groups.Open(null)}>", outer);
        }

        switch (_reader.Next())
        {
            case ':':
                return Close("(?:", outer);
            case '=':
                return Close("(?=", outer);
            case '!':
                return Close("(?!", outer);
            case '>':
                return Close("(?>", outer);
            case '<' when _reader.Take('='):
                return Close("(?<=", outer);
            case '<' when _reader.Take('!'):
                return Close("(?<!", outer);
            case '<':
                return Close($"(?<{_groups.Open(_groups.ReadName())}>", outer);
            default:
                _reader.Position--;
                return Flags(outer);
        }
    }

    private string Close(string opening, PatternFlags outer)
    {
        string inner = Alternatives();
        _flags = outer;
        return _reader.Take(')') ? $"{opening}{inner})" : throw _reader.Error("Unclosed group");
    }

    private string? Flags(PatternFlags outer)
    {
        bool adds = true;
        while (true)
        {
            int letter = _reader.Next();
            switch (letter)
            {
                case ')':
                    return null;
                case ':':
                    return Close("(?:", outer);
                case '-' when adds:
                    adds = false;
                    continue;
            }

            PatternFlags flag = letter switch
            {
                'i' => PatternFlags.IgnoreCase,
                'd' => PatternFlags.UnixLines,
                'm' => PatternFlags.Multiline,
                's' => PatternFlags.DotAll,
                'u' => PatternFlags.UnicodeCase,
                'x' => PatternFlags.Comments,
                'U' => PatternFlags.UnicodeClasses | PatternFlags.UnicodeCase,
                'c' => PatternFlags.None,
                _ => throw _reader.Error("Unknown inline modifier"),
            };
            _flags = adds ? _flags | flag : _flags & ~flag;
        }
    }

    private string Escape()
    {
        int letter = _reader.Peek();
        switch (letter)
        {
            case 'A':
                return Fixed(@"\A");
            case 'z':
                return Fixed(@"\z");
            case 'Z':
                return Fixed(TextEnd);
            case 'G':
                return Fixed(@"\G");
            case 'b':
                return Fixed($"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))");
            case 'B':
                return Fixed($"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))");
            case 'R':
                return Fixed(@"(?:\r\n|[\n-\r\u0085\u2028\u2029])");
            case 'X':
                return Fixed(@"(?>\r\n|(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S])\p{M}*)");
            case 'k':
                _reader.Position++;
                return Reference(_reader.Take('<') ? _groups.NumberOf(_groups.ReadName()) : throw _reader.Error("\\k is not followed by '<' for named capturing group"));
            case >= '1' and <= '9':
                return Reference(_groups.ReadNumber());
        }

        (int? character, CharacterSet? set) = CharacterEscapes.Read(_reader, _flags);
        return set?.ToString() ?? (character is { } one ? Literal(one) : throw _reader.Error("Illegal/unsupported escape sequence"));
    }

    private string Fixed(string text)
    {
        _reader.Position++;
        return text;
    }

    // A group that is not there never matches, nor does one that has not matched.
    private string Reference(int? number)
    {
        string reference = number is null ? "(?!)" : string.Create(CultureInfo.InvariantCulture, $@"\k<{number}>");
        return _flags.HasFlag(PatternFlags.IgnoreCase) ? $"(?i:{reference})" : reference;
    }

    private string Literal(int character)
    {
        CharacterSet set = CharacterSet.Of((character, character));
        return (_flags.HasFlag(PatternFlags.IgnoreCase) ? set.IgnoringCase(_flags.HasFlag(PatternFlags.UnicodeCase)) : set).ToString();
    }

    private string Any() => (_flags.HasFlag(PatternFlags.DotAll) ? CharacterSet.OfAll(string.Empty) : IsUnix ? CharacterSet.OfAll("\n") : CharacterProperties.LineEnds).Not().ToString();

    private bool IsUnix => _flags.HasFlag(PatternFlags.UnixLines);

    private string LineStart => IsUnix ? @"(?:(?<=\A|\n)(?!\z))" : @"(?:(?<=\A|[\n\u0085\u2028\u2029]|\r(?!\n))(?!\z))";

    private string LineEnd => IsUnix ? @"(?=\n|\z)" : @"(?=(?<!\r)\n|[\r\u0085\u2028\u2029]|\z)";

    private string TextEnd => IsUnix ? @"(?=\n?\z)" : @"(?=(?:\r\n|(?<!\r)\n|[\r\u0085\u2028\u2029])?\z)";

    private void Skip()
    {
        if (_flags.HasFlag(PatternFlags.Comments))
        {
            _reader.SkipRemarks();
        }
    }
}
