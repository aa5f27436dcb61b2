using System.Text;

namespace IoTDB.Generators;

/// <summary>Lines of source with an indent.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>One line, or several that share the indent.</summary>
    public void Line(string lines = "")
    {
        foreach (string line in lines.Split('\n'))
        {
            string content = line.TrimEnd('\r');
            _text.Append(' ', content.Length == 0 ? 0 : _depth * 4).Append(content).Append('\n');
        }
    }

    /// <summary>A header with braces around what is written until the end of the block.</summary>
    public Scope Block(string header, string end = "}")
    {
        Line(header);
        Line("{");
        _depth++;
        return new Scope(this, end);
    }

    /// <summary>The header alone is written; what follows is deeper until the end.</summary>
    public Scope Indent(string header)
    {
        Line(header);
        _depth++;
        return new Scope(this, end: null);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Scope(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}
