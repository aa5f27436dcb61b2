namespace IoTDB.Embedded.Sql.Lexing;

/// <summary>Measures what may start with a letter or digit: names, integers, exponents, durations and dates.</summary>
internal static class NameScanner
{
    public static int NameLength(string text, int start)
    {
        int position = start;
        while (position < text.Length && Characters.IsName(text[position]))
        {
            position++;
        }

        return position - start;
    }

    /// <summary>The longest token that starts with digits; length 0 when there is none.</summary>
    public static (TokenKind Kind, int Length) NumberLike(string text, int start)
    {
        int digits = Digits(text, start);
        if (digits == 0)
        {
            return (TokenKind.End, 0);
        }

        int date = Date(text, start, digits);
        if (date > 0)
        {
            return (TokenKind.DateTime, date);
        }

        int exponent = Exponent(text, start, digits);
        int duration = Duration(text, start);
        if (exponent > duration && exponent > digits)
        {
            return (TokenKind.Exponent, exponent);
        }

        return duration > digits ? (TokenKind.Duration, duration) : (TokenKind.Integer, digits);
    }

    private static int Digits(string text, int start)
    {
        int position = start;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return position - start;
    }

    private static int Exponent(string text, int start, int digits)
    {
        int position = start + digits;
        if (position >= text.Length || text[position] is not ('e' or 'E'))
        {
            return 0;
        }

        position++;
        if (position < text.Length && text[position] is '+' or '-')
        {
            position++;
        }

        int exponent = Digits(text, position);
        return exponent == 0 ? 0 : position + exponent - start;
    }

    private static int Duration(string text, int start)
    {
        int position = start;
        while (true)
        {
            int digits = Digits(text, position);
            int unit = digits == 0 ? 0 : Unit(text, position + digits);
            if (unit == 0)
            {
                return position - start;
            }

            position += digits + unit;
        }
    }

    private static int Unit(string text, int start)
    {
        char first = At(text, start);
        char second = At(text, start + 1);
        return first switch
        {
            'm' when second is 's' or 'o' => 2,
            'u' or 'n' when second == 's' => 2,
            'y' or 'w' or 'd' or 'h' or 'm' or 's' => 1,
            _ => 0,
        };
    }

    private static char At(string text, int position) =>
        position < text.Length ? char.ToLowerInvariant(text[position]) : '\0';

    // yyyy-MM-dd with one kind of separator, then perhaps a clock, then perhaps an offset.
    private static int Date(string text, int start, int year)
    {
        int position = start + year;
        char separator = At(text, position);
        if (separator is not ('-' or '/' or '.'))
        {
            return 0;
        }

        int month = Digits(text, position + 1);
        if (month == 0 || At(text, position + 1 + month) != separator)
        {
            return 0;
        }

        position += month + 2;
        int day = Digits(text, position);
        if (day == 0)
        {
            return 0;
        }

        position += day;
        return position + Clock(text, position) - start;
    }

    private static int Clock(string text, int start)
    {
        int position = start;
        if (At(text, position) == 't')
        {
            position++;
        }
        else
        {
            while (position < text.Length && Characters.IsBlank(text[position]))
            {
                position++;
            }
        }

        if (position == start)
        {
            return 0;
        }

        for (int part = 0; part < 3; part++)
        {
            int digits = Digits(text, position);
            if (digits == 0 || (part < 2 && At(text, position + digits) != ':'))
            {
                return 0;
            }

            position += digits + (part < 2 ? 1 : 0);
        }

        if (At(text, position) == '.' && Digits(text, position + 1) is > 0 and var fraction)
        {
            position += 1 + fraction;
        }

        return position + Offset(text, position) - start;
    }

    private static int Offset(string text, int start)
    {
        if (At(text, start) is not ('+' or '-'))
        {
            return 0;
        }

        int hours = Digits(text, start + 1);
        if (hours == 0 || At(text, start + 1 + hours) != ':')
        {
            return 0;
        }

        int minutes = Digits(text, start + hours + 2);
        return minutes == 0 ? 0 : hours + 2 + minutes;
    }
}
