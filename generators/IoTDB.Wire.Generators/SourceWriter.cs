using System.Text;

namespace IoTDB.Wire.Generators;

/// <summary>Text by lines and blocks, indented, with LF ends.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>One or several lines.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.TrimEnd('\r');
            if (trimmed.Length > 0)
            {
                _text.Append(' ', _indent * 4).Append(trimmed);
            }

            _text.Append('\n');
        }
    }

    /// <summary>A header and what is in its braces, until the result is disposed of.</summary>
    public IDisposable Block(string header)
    {
        Line(header);
        Line("{");
        _indent++;
        return new End(this);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private sealed class End(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            writer.Line("}");
        }
    }
}
