using System.Text;

namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>Reads a pattern character by character; a pair of surrogates is one.</summary>
internal sealed class PatternReader(string pattern)
{
    private readonly int[] _characters = [.. CodePoints(Unquoted(pattern))];

    public const int End = -1;

    public int Position { get; set; }

    public int Peek(int ahead = 0) => Position + ahead < _characters.Length ? _characters[Position + ahead] : End;

    public int Next() => Position < _characters.Length ? _characters[Position++] : End;

    public bool Take(int character)
    {
        bool fits = Peek() == character;
        Position += fits ? 1 : 0;
        return fits;
    }

    /// <summary>Passes blanks and remarks, which flag <c>x</c> allows.</summary>
    public void SkipRemarks()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '#')
        {
            if (Next() != '#')
            {
                continue;
            }

            while (Peek() is not (End or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029'))
            {
                Position++;
            }
        }
    }

    public ArgumentException Error(string reason) => new($"{reason} near index {Math.Max(0, Position - 1)}\n{pattern}");

    // \Q…\E as characters escaped one by one, so that it may stand in a class and what repeats is its last character.
    private static string Unquoted(string text)
    {
        StringBuilder plain = new(text.Length);
        bool isQuoted = false;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\' && index + 1 < text.Length && (isQuoted ? text[index + 1] == 'E' : text[index + 1] == 'Q'))
            {
                isQuoted = !isQuoted;
                index++;
            }
            else if (text[index] == '\\' && !isQuoted && index + 1 < text.Length)
            {
                plain.Append(text, index++, 2);
            }
            else
            {
                bool isSign = isQuoted && text[index] < 128 && !char.IsAsciiLetterOrDigit(text[index]);
                plain.Append(isSign ? "\\" : string.Empty).Append(text[index]);
            }
        }

        return plain.ToString();
    }

    private static IEnumerable<int> CodePoints(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                yield return char.ConvertToUtf32(text, index++);
            }
            else
            {
                yield return text[index];
            }
        }
    }
}
