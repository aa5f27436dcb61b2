namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>Reads <c>[…]</c>: ranges, unions by nesting, intersections by <c>&amp;&amp;</c>, as Java 17 does.</summary>
internal sealed class CharacterClassParser(PatternReader reader, PatternFlags flags)
{
    /// <summary>After the opening bracket, up to and with the closing one.</summary>
    public CharacterSet Read()
    {
        bool isNot = reader.Take('^');
        CharacterSet set = Members();
        reader.Position++;
        return isNot ? set.Not() : set;
    }

    // A part behind && ends at the bracket that closes the whole.
    private CharacterSet Members()
    {
        CharacterSet? all = null;
        while (true)
        {
            Skip();
            switch (reader.Peek())
            {
                case PatternReader.End:
                    throw reader.Error("Unclosed character class");
                case ']' when all is not null:
                    return all;
                case '[':
                    reader.Position++;
                    CharacterSet inner = Read();
                    all = all?.Or(inner) ?? inner;
                    continue;
                case '&' when reader.Peek(1) == '&':
                    reader.Position += 2;
                    CharacterSet? right = Intersected();
                    all = (all, right) switch
                    {
                        (null, null) => throw reader.Error("Bad class syntax"),
                        (null, _) => right,
                        (_, null) => all,
                        _ => all.And(right),
                    };
                    continue;
            }

            CharacterSet member = Member();
            all = all?.Or(member) ?? member;
        }
    }

    private CharacterSet? Intersected()
    {
        CharacterSet? right = null;
        while (reader.Peek() is not (']' or '&'))
        {
            CharacterSet part;
            if (reader.Take('['))
            {
                part = Read();
            }
            else
            {
                part = Members();
            }

            right = right?.Or(part) ?? part;
        }

        return right;
    }

    private CharacterSet Member()
    {
        (int? first, CharacterSet? set) = Character();
        if (set is not null)
        {
            return set;
        }

        int from = first!.Value;
        int to = from;
        if (reader.Peek() == '-' && reader.Peek(1) is not ('[' or ']'))
        {
            reader.Position++;
            to = Character().Character ?? throw reader.Error("Illegal character range");
            if (to < from)
            {
                throw reader.Error("Illegal character range");
            }
        }

        CharacterSet range = CharacterSet.Of((from, to));
        return flags.HasFlag(PatternFlags.IgnoreCase) ? range.IgnoringCase(flags.HasFlag(PatternFlags.UnicodeCase)) : range;
    }

    private (int? Character, CharacterSet? Set) Character()
    {
        int character = reader.Next();
        if (character == PatternReader.End)
        {
            throw reader.Error("Unclosed character class");
        }

        if (character != '\\')
        {
            return (character, null);
        }

        (int? escaped, CharacterSet? set) = CharacterEscapes.Read(reader, flags);
        return escaped is null && set is null ? throw reader.Error("Illegal/unsupported escape sequence") : (escaped, set);
    }

    private void Skip()
    {
        if (flags.HasFlag(PatternFlags.Comments))
        {
            reader.SkipRemarks();
        }
    }
}
