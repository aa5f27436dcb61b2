using System.Globalization;
using System.Text;

namespace IoTDB.Client;

/// <summary>Builds the text of one statement; the only place that quotes names and values.</summary>
/// <remarks>
/// Strings: single quotes, inner ones doubled, nothing else changed (a backslash is an ordinary character). Names: backquotes in the tree,
/// double quotes in tables. Times: integers in the server's precision. Numbers: invariant culture. Source: sql.md 1.6 and section 0.
/// </remarks>
/// <param name="dialect">The session's language.</param>
/// <param name="timeScale">The server's precision.</param>
/// <param name="redacted">Writes <c>?</c> for every value, for logs and traces.</param>
internal sealed class SqlWriter(SqlDialect dialect, TimeScale timeScale, bool redacted = false)
{
    private readonly StringBuilder _text = new(128);

    public SqlDialect Dialect => dialect;

    public TimeScale TimeScale => timeScale;

    public override string ToString() => _text.ToString();

    /// <summary>Text of the library or of the program; never input.</summary>
    public SqlWriter Raw(string text)
    {
        _text.Append(text);
        return this;
    }

    public SqlWriter Path(DevicePath path)
    {
        if (path.IsEmpty)
        {
            throw new ArgumentException("The device path is empty.", nameof(path));
        }

        _text.Append(path.ToWire());
        return this;
    }

    /// <summary>A path node that is canonical already.</summary>
    public SqlWriter Node(string canonical)
    {
        _text.Append(NodeName.ToSql(canonical));
        return this;
    }

    /// <summary>A measurement, column or table by the name the user knows it by.</summary>
    public SqlWriter Identifier(string name)
    {
        if (dialect == SqlDialect.Tree)
        {
            _text.Append(NodeName.ToSql(NodeName.FromValue(name, nameof(name))));
            return this;
        }

        NodeName.Check(name, nameof(name));
        _text.Append('"').Append(name.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    /// <summary>A string literal.</summary>
    public SqlWriter Text(string value)
    {
        if (!Redact())
        {
            _text.Append('\'').Append(value.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
        }

        return this;
    }

    /// <summary>A pattern that matches exactly the given text before or after other text: LIKE with its wildcards escaped.</summary>
    /// <param name="before">Wildcards to stand in front, for example <c>%</c>; constant.</param>
    /// <param name="value">The text to be matched as it is.</param>
    /// <param name="after">Wildcards to stand behind; constant.</param>
    public SqlWriter LikePattern(string before, string value, string after)
    {
        if (!Redact())
        {
            string escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal)
                .Replace("'", "''", StringComparison.Ordinal);
            _text.Append('\'').Append(before).Append(escaped).Append(after).Append("' ESCAPE '\\'");
        }

        return this;
    }

    public SqlWriter Number(long value) => Numeric(value.ToString(CultureInfo.InvariantCulture));

    /// <exception cref="ArgumentException">NaN or infinite: SQL has no such literal.</exception>
    public SqlWriter Number(double value) => Real(value, value.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Number(double)"/>
    public SqlWriter Number(float value) => Real(value, value.ToString("R", CultureInfo.InvariantCulture));

    public SqlWriter Boolean(bool value)
    {
        if (!Redact())
        {
            _text.Append(value ? "true" : "false");
        }

        return this;
    }

    public SqlWriter Null()
    {
        if (!Redact())
        {
            _text.Append("null");
        }

        return this;
    }

    /// <summary>A timestamp that is in the server's precision already.</summary>
    public SqlWriter Time(long timestamp) => Numeric(timestamp.ToString(CultureInfo.InvariantCulture));

    public SqlWriter Time(DateTimeOffset value) => Time(timeScale.FromDateTimeOffset(value));

    /// <summary>A day as text, the form both dialects compare with DATE.</summary>
    public SqlWriter Date(DateOnly value)
    {
        if (!Redact())
        {
            _text.Append('\'').Append(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\'');
        }

        return this;
    }

    public SqlWriter Blob(ReadOnlySpan<byte> value)
    {
        if (!Redact())
        {
            _text.Append("X'").Append(Convert.ToHexString(value)).Append('\'');
        }

        return this;
    }

    private SqlWriter Real(double value, string text)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("SQL has no literal for NaN or infinity; insert such values with a tablet or a record.", nameof(value));
        }

        return Numeric(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }

    private SqlWriter Numeric(string text)
    {
        if (Redact())
        {
            return this;
        }

        // The tree lexer skips blanks, so that `v * -2` is the wildcard `v*` minus 2 (sql.md rule 23).
        if (text[0] == '-' && LastIsStar())
        {
            _text.Append('(').Append(text).Append(')');
        }
        else
        {
            _text.Append(text);
        }

        return this;
    }

    private bool LastIsStar()
    {
        int i = _text.Length - 1;
        while (i >= 0 && char.IsWhiteSpace(_text[i]))
        {
            i--;
        }

        return i >= 0 && _text[i] == '*';
    }

    private bool Redact()
    {
        if (redacted)
        {
            _text.Append('?');
        }

        return redacted;
    }
}
