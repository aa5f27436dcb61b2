using System.Globalization;
using System.Text;

namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>Characters as ranges of code points in order; says itself as an expression of .NET, which knows halves of characters only.</summary>
internal sealed class CharacterSet
{
    private const int Last = 0x10FFFF;
    private const int FirstPair = 0x10000;
    private const string AnyPair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    private readonly (int From, int To)[] _ranges;

    private CharacterSet((int From, int To)[] ranges) => _ranges = ranges;

    public static CharacterSet Of(params IEnumerable<(int From, int To)> ranges)
    {
        List<(int From, int To)> merged = [];
        foreach ((int from, int to) in ranges.OrderBy(static range => range.From))
        {
            if (merged.Count > 0 && from <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return new CharacterSet([.. merged]);
    }

    public static CharacterSet OfAll(string characters) => Of(characters.Select(static character => ((int)character, (int)character)));

    public static CharacterSet Where(Func<int, bool> test) =>
        Of(Enumerable.Range(0, Last + 1).Where(test).Select(static character => (character, character)));

    public CharacterSet Or(CharacterSet other) => Of(_ranges.Concat(other._ranges));

    public CharacterSet And(CharacterSet other) => Not().Or(other.Not()).Not();

    public CharacterSet Not()
    {
        List<(int From, int To)> gaps = [];
        int next = 0;
        foreach ((int from, int to) in _ranges)
        {
            if (from > next)
            {
                gaps.Add((next, from - 1));
            }

            next = to + 1;
        }

        if (next <= Last)
        {
            gaps.Add((next, Last));
        }

        return new CharacterSet([.. gaps]);
    }

    /// <summary>The set with the other case of its letters: of ASCII ones, or of all.</summary>
    public CharacterSet IgnoringCase(bool ofAll)
    {
        List<(int From, int To)> more = [.. _ranges];
        foreach ((int from, int to) in _ranges)
        {
            int last = Math.Min(to, ofAll ? char.MaxValue : 'z');
            for (int character = from; character <= last; character++)
            {
                if (character < FirstPair && (ofAll || char.IsAsciiLetter((char)character)))
                {
                    int upper = char.ToUpperInvariant((char)character), lower = char.ToLowerInvariant((char)character);
                    more.Add((upper, upper));
                    more.Add((lower, lower));
                }
            }
        }

        return Of(more);
    }

    /// <summary>An expression that matches one of these characters, whole.</summary>
    public override string ToString()
    {
        (int From, int To)[] single = [.. _ranges.Where(static range => range.From < FirstPair).Select(static range => (range.From, Math.Min(range.To, FirstPair - 1)))];
        (int From, int To)[] pairs = [.. _ranges.Where(static range => range.To >= FirstPair).Select(static range => (Math.Max(range.From, FirstPair), range.To))];
        if (single.Length + pairs.Length == 0)
        {
            return "(?!)";
        }

        bool holdsHalves = single.Any(static range => range.From <= 0xDFFF && range.To >= 0xD800);
        string singles = single.Length == 0 ? string.Empty : $"[{string.Concat(single.Select(static range => Range(range.From, range.To)))}]";
        if (holdsHalves && (pairs.Length != 1 || pairs[0] != (FirstPair, Last)))
        {
            singles = $"(?!{AnyPair}){singles}";
        }

        if (pairs.Length == 0)
        {
            return holdsHalves ? $"(?:{singles})" : singles;
        }

        string both = string.Join('|', pairs.SelectMany(Pairs));
        return singles.Length == 0 ? $"(?>{both})" : $"(?>{both}|{singles})";
    }

    private static IEnumerable<string> Pairs((int From, int To) range)
    {
        if (range == (FirstPair, Last))
        {
            yield return AnyPair;
            yield break;
        }

        int first = High(range.From), last = High(range.To);
        for (int high = first; high <= last; high++)
        {
            int low = high == first ? Low(range.From) : 0xDC00;
            int top = high == last ? Low(range.To) : 0xDFFF;
            if (low == 0xDC00 && top == 0xDFFF)
            {
                int end = High(range.To) - (Low(range.To) == 0xDFFF ? 0 : 1);
                yield return $@"[{Range(high, end)}][\uDC00-\uDFFF]";
                high = end;
            }
            else
            {
                yield return $"{Unit(high)}[{Range(low, top)}]";
            }
        }
    }

    private static int High(int character) => 0xD800 + ((character - FirstPair) >> 10);

    private static int Low(int character) => 0xDC00 + ((character - FirstPair) & 0x3FF);

    private static string Range(int from, int to) => from == to ? Unit(from) : new StringBuilder(Unit(from)).Append('-').Append(Unit(to)).ToString();

    private static string Unit(int unit) => @"\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
