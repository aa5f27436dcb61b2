using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>A LIKE pattern: <c>%</c> any run, <c>_</c> one character (code point), the whole text must match.</summary>
internal sealed class LikeMatcher
{
    private const int AnyRun = -1;
    private const int AnyOne = -2;

    // As regular expressions have a time limit: a long text and a pattern of its kind multiply.
    private const long MaxSteps = 100_000_000;
    private readonly int[] _pattern;

    private LikeMatcher(int[] pattern) => _pattern = pattern;

    /// <exception cref="SqlException">301: the escape character stands before an ordinary one or at the end.</exception>
    public static LikeMatcher Parse(string pattern, char? escape)
    {
        List<int> elements = [];
        for (int index = 0; index < pattern.Length; index++)
        {
            char c = pattern[index];
            if (c == escape)
            {
                index++;
                if (index == pattern.Length || (pattern[index] is not ('%' or '_') && pattern[index] != escape))
                {
                    SqlErrors.Execution("Escape character must be followed by '%', '_' or the escape character itself");
                }

                elements.Add(pattern[index]);
            }
            else if (c == '%')
            {
                elements.Add(AnyRun);
            }
            else if (c == '_')
            {
                elements.Add(AnyOne);
            }
            else
            {
                elements.Add(char.IsHighSurrogate(c) && index + 1 < pattern.Length ? char.ConvertToUtf32(c, pattern[++index]) : c);
            }
        }

        return new LikeMatcher([.. elements]);
    }

    public bool IsMatch(string text)
    {
        int[] points = [.. text.EnumerateRunes().Select(rune => rune.Value)];
        int at = 0, element = 0, star = -1, resume = 0;
        long steps = 0;
        while (at < points.Length)
        {
            if (++steps > MaxSteps)
            {
                SqlErrors.Execution("The LIKE pattern takes too long on one of the texts.");
            }

            if (element < _pattern.Length && _pattern[element] == AnyRun)
            {
                star = element++;
                resume = at;
            }
            else if (element < _pattern.Length && (_pattern[element] == AnyOne || _pattern[element] == points[at]))
            {
                element++;
                at++;
            }
            else if (star >= 0)
            {
                element = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (element < _pattern.Length && _pattern[element] == AnyRun)
        {
            element++;
        }

        return element == _pattern.Length;
    }
}
