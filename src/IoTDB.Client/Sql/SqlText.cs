using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace IoTDB.Client;

/// <summary>A statement written as <c>$"…{value}…"</c>: what stands in holes is rendered as a value or a name, never pasted.</summary>
/// <remarks>
/// Holes are kept and rendered when the statement is sent, because times need the server's precision and names the dialect's quotes.
/// There is no conversion from <see cref="string"/> and no hole of type <see cref="object"/>.
/// </remarks>
[InterpolatedStringHandler]
public sealed partial class SqlText
{
    private readonly List<SqlPart> _parts;

    /// <summary>Called by the compiler.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SqlText(int literalLength, int formattedCount) => _parts = new List<SqlPart>((formattedCount * 2) + 1);

    /// <summary>The statement with <c>?</c> in place of every value.</summary>
    public override string ToString() => Render(new SqlWriter(SqlDialect.Tree, default, redacted: true));

    /// <summary>Called by the compiler.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string value) => _parts.Add(new SqlPart(SqlPartKind.Raw, value));

    internal string Render(SqlDialect dialect, TimeScale timeScale) => Render(new SqlWriter(dialect, timeScale));

    private string Render(SqlWriter writer)
    {
        foreach (SqlPart part in _parts)
        {
            part.WriteTo(writer);
        }

        return writer.ToString();
    }
}
