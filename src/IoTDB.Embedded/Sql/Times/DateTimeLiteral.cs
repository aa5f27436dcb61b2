using System.Globalization;

namespace IoTDB.Embedded.Sql.Times;

/// <summary>Reads date-time literals as the server does: a day too many is clamped, a missing offset is the session zone's present one.</summary>
internal static class DateTimeLiteral
{
    private const long SecondsOf400Years = 146_097L * 86_400;

    /// <exception cref="SqlException">701: the text is no date-time.</exception>
    public static long Parse(string text, SqlContext context)
    {
        Reader reader = new(text);
        if (!TryRead(ref reader, text, context, out long time))
        {
            SqlErrors.Semantic(
                $"Input time format {text} error. Input like yyyy-MM-dd HH:mm:ss, yyyy-MM-ddTHH:mm:ss or refer to user document for more info.");
        }

        return time;
    }

    private static bool TryRead(ref Reader reader, string text, SqlContext context, out long time)
    {
        time = 0;
        if (!reader.Number(4, 9, out int year) || !reader.OneOf("-/.", out char separator) ||
            !reader.Number(1, 2, out int month) || !reader.Exactly(separator) || !reader.Number(1, 2, out int day))
        {
            return false;
        }

        int hour = 0, minute = 0, second = 0;
        long fraction = 0;
        TimeSpan? offset = null;
        if (reader.AtEnd)
        {
            if (text.Length != 10)
            {
                return false;
            }
        }
        else if (!ReadClock(ref reader, context.Precision, out hour, out minute, out second, out fraction) || !ReadOffset(ref reader, out offset))
        {
            return false;
        }

        // Of one-digit months and days between hyphens the server reads those before a T only.
        bool narrow = separator == '-' && text.AsSpan(0, Math.Min(10, text.Length)).ContainsAny(' ', ':') && !text.AsSpan().ContainsAny('T', 't');
        if (!reader.AtEnd || narrow || month is < 1 or > 12 || day is < 1 or > 31 || minute > 59 || second > 59 || year > 9999)
        {
            return false;
        }

        bool midnight = hour == 24 && minute == 0 && second == 0 && fraction == 0;
        if (hour > 23 && !midnight)
        {
            return false;
        }

        // The year 0 is as long as the year 400, which .NET can say.
        int calendarYear = year == 0 ? 400 : year;
        DateTime date = new(calendarYear, month, Math.Min(day, DateTime.DaysInMonth(calendarYear, month)), 0, 0, 0, DateTimeKind.Unspecified);
        offset ??= context.Zone.OffsetAt(InstantOf(context));
        long seconds = ((date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond) - (year == 0 ? SecondsOf400Years : 0) +
            (hour * 3600L) + (minute * 60L) + second - (long)offset.Value.TotalSeconds;
        time = checked((seconds * TimeUnits.PerSecond(context.Precision)) + fraction);
        return true;
    }

    private static DateTimeOffset InstantOf(SqlContext context) =>
        DateTimeOffset.FromUnixTimeMilliseconds(TimeUnits.ToMilliseconds(context.Now, context.Precision));

    private static bool ReadClock(ref Reader reader, TimePrecision precision, out int hour, out int minute, out int second, out long fraction)
    {
        hour = minute = second = 0;
        fraction = 0;
        if (!reader.OneOf("Tt ", out _) || !reader.Number(2, 2, out hour) || !reader.Exactly(':') || !reader.Number(2, 2, out minute) ||
            !reader.Exactly(':') || !reader.Number(2, 2, out second))
        {
            return false;
        }

        if (!reader.Exactly('.'))
        {
            return true;
        }

        // Up to nine digits; the unit's digits are kept, the rest is cut.
        if (!reader.Digits(9, out ReadOnlySpan<char> digits))
        {
            return false;
        }

        int kept = precision switch { TimePrecision.Nanoseconds => 9, TimePrecision.Microseconds => 6, _ => 3 };
        for (int index = 0; index < kept; index++)
        {
            fraction = (fraction * 10) + (index < digits.Length ? digits[index] - '0' : 0);
        }

        return true;
    }

    private static bool ReadOffset(ref Reader reader, out TimeSpan? offset)
    {
        offset = null;
        if (reader.AtEnd)
        {
            return true;
        }

        if (!reader.OneOf("+-", out char sign) || !reader.Number(2, 2, out int hours) || !reader.Exactly(':') ||
            !reader.Number(2, 2, out int minutes) || hours > 18 || minutes > 59)
        {
            return false;
        }

        TimeSpan span = new(hours, minutes, 0);
        offset = sign == '-' ? -span : span;
        return true;
    }

    private ref struct Reader(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _position;

        public readonly bool AtEnd => _position == _text.Length;

        public bool Exactly(char expected)
        {
            if (AtEnd || _text[_position] != expected)
            {
                return false;
            }

            _position++;
            return true;
        }

        public bool OneOf(string expected, out char found)
        {
            found = AtEnd ? '\0' : _text[_position];
            if (AtEnd || !expected.Contains(found, StringComparison.Ordinal))
            {
                return false;
            }

            _position++;
            return true;
        }

        public bool Digits(int most, out ReadOnlySpan<char> digits)
        {
            int start = _position;
            while (!AtEnd && char.IsAsciiDigit(_text[_position]))
            {
                _position++;
            }

            digits = _text[start.._position];
            return digits.Length > 0 && digits.Length <= most;
        }

        public bool Number(int least, int most, out int value)
        {
            value = 0;
            return Digits(most, out ReadOnlySpan<char> digits) && digits.Length >= least &&
                int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }
    }
}
