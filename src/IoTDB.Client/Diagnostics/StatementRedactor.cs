using System.Text;

namespace IoTDB.Client;

/// <summary>SQL text without its values: literals become <c>?</c>, comments go, statements about users and passwords are only named.</summary>
internal static class StatementRedactor
{
    private const int LongestText = 2048;

    private static readonly string[] s_secretWords = ["USER", "PASSWORD", "ROLE", "GRANT", "REVOKE"];

    /// <summary>The statement as logs and spans may show it.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="dialect">In the table dialect double quotes hold names, in the tree dialect text.</param>
    public static string Redact(string sql, SqlDialect dialect)
    {
        if (MentionsUsers(sql))
        {
            return Verb(sql) + " …";
        }

        StringBuilder text = new(Math.Min(sql.Length, LongestText));
        int at = 0;
        while (at < sql.Length)
        {
            if (text.Length >= LongestText)
            {
                return text.Append('…').ToString();
            }

            at = Step(sql, at, dialect, text);
        }

        return text.ToString();
    }

    /// <summary>The statement with its values, for those who asked for them; a statement about users is named only, whatever was asked for.</summary>
    public static string Show(string sql) => MentionsUsers(sql) ? Verb(sql) + " …" : ServerText.Escape(sql);

    /// <summary>The first word, in capitals; <c>SQL</c> where there is none.</summary>
    public static string Verb(ReadOnlySpan<char> sql)
    {
        sql = sql.TrimStart();
        int length = 0;
        while (length < sql.Length && char.IsAsciiLetter(sql[length]))
        {
            length++;
        }

        return length is 0 or > 20 ? "SQL" : sql[..length].ToString().ToUpperInvariant();
    }

    private static int Step(string sql, int at, SqlDialect dialect, StringBuilder text)
    {
        char c = sql[at];
        switch (c)
        {
            case '\'':
                text.Append('?');
                return AfterQuoted(sql, at);
            case '"' when dialect == SqlDialect.Tree:
                text.Append('?');
                return AfterQuoted(sql, at);
            case '"' or '`':
                int end = AfterQuoted(sql, at);
                AppendEscaped(text, sql.AsSpan(at, end - at));
                return end;
            case '-' when At(sql, at + 1) == '-':
                return AfterLine(sql, at);
            case '/' when At(sql, at + 1) == '*':
                int close = sql.IndexOf("*/", at + 2, StringComparison.Ordinal);
                return close < 0 ? sql.Length : close + 2;
            case 'x' or 'X' when At(sql, at + 1) == '\'':
                text.Append('?');
                return AfterQuoted(sql, at + 1);
        }

        if (IsNameCharacter(c))
        {
            int end = at;
            while (end < sql.Length && (IsNameCharacter(sql[end]) || IsInsideNumber(sql, at, end)))
            {
                end++;
            }

            // A word that begins with a digit is a number, a time or a duration; after a dot it is a node of a path.
            bool literal = char.IsAsciiDigit(c) && !FollowsDot(sql, at);
            AppendEscaped(text, literal ? "?" : sql.AsSpan(at, end - at));
            return end;
        }

        AppendEscaped(text, sql.AsSpan(at, 1));
        return at + 1;
    }

    private static bool MentionsUsers(string sql)
    {
        ReadOnlySpan<char> head = sql.AsSpan(0, Math.Min(sql.Length, 200));
        foreach (string word in s_secretWords)
        {
            if (head.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true; // a path that merely contains the word loses its detail, and nothing else
            }
        }

        return false;
    }

    private static int AfterQuoted(string sql, int open)
    {
        char quote = sql[open];
        for (int i = open + 1; i < sql.Length; i++)
        {
            if (sql[i] == quote)
            {
                if (At(sql, i + 1) != quote)
                {
                    return i + 1;
                }

                i++; // doubled: part of the text
            }
        }

        return sql.Length;
    }

    private static int AfterLine(string sql, int at)
    {
        int end = sql.AsSpan(at).IndexOfAny('\n', '\r');
        return end < 0 ? sql.Length : at + end;
    }

    private static bool IsNameCharacter(char c) => c == '_' || char.IsLetterOrDigit(c);

    // 1.5, 1e-9, 2026-01-01T00:00:00.000+08:00
    private static bool IsInsideNumber(string sql, int start, int at) =>
        char.IsAsciiDigit(sql[start]) && at + 1 < sql.Length && sql[at] switch
        {
            '.' or ':' => char.IsAsciiDigit(sql[at + 1]),
            '-' or '+' => (sql[at - 1] is 'e' or 'E' || IsDate(sql.AsSpan(start, at - start))) && char.IsAsciiDigit(sql[at + 1]),
            _ => false,
        };

    private static bool IsDate(ReadOnlySpan<char> soFar) =>
        soFar.Length == 4 || (soFar.Length == 7 && soFar[4] == '-') || soFar.Contains(':');

    private static bool FollowsDot(string sql, int at) => at > 0 && sql[at - 1] == '.';

    private static char At(string sql, int at) => at < sql.Length ? sql[at] : '\0';

    private static void AppendEscaped(StringBuilder text, ReadOnlySpan<char> part)
    {
        foreach (char c in part)
        {
            text.Append(char.IsControl(c) ? ' ' : c);
        }
    }
}
