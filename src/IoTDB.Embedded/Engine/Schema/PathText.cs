using System.Text;
using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>Paths as text outside SQL, as typed requests carry them.</summary>
internal static class PathText
{
    /// <summary>Canonical nodes of a path as a client wrote it.</summary>
    /// <exception cref="StatusException">509 a node is empty, has characters that need backquotes, or is a number.</exception>
    public static string[] Split(string path)
    {
        var nodes = new List<string>();
        var at = 0;
        while (true)
        {
            nodes.Add(ReadNode(path, ref at));
            if (at == path.Length)
            {
                return [.. nodes];
            }

            at++;
        }
    }

    /// <summary>One canonical node from one node as a client wrote it.</summary>
    /// <exception cref="StatusException">509 not one legal node.</exception>
    public static string Node(string text)
    {
        var at = 0;
        var node = ReadNode(text, ref at);
        return at == text.Length ? node : throw Illegal(text);
    }

    /// <summary>One canonical measurement name.</summary>
    /// <exception cref="StatusException">509 not one legal node, or a name of the time column.</exception>
    public static string Measurement(string text)
    {
        var node = Node(text);
        return node is NodePattern.One or NodePattern.Many || NodeName.IsTime(node)
            ? throw new StatusException(StatusCode.IllegalPath, $"{text} is not a legal path, because {text} is an illegal name.")
            : node;
    }

    /// <summary>Nodes of a path that is canonical already.</summary>
    public static string[] SplitCanonical(string path)
    {
        if (!path.Contains('`', StringComparison.Ordinal))
        {
            return path.Split('.');
        }

        var nodes = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '`')
            {
                quoted = !quoted;
            }
            else if (path[i] == '.' && !quoted)
            {
                nodes.Add(path[start..i]);
                start = i + 1;
            }
        }

        nodes.Add(path[start..]);
        return [.. nodes];
    }

    private static string ReadNode(string path, ref int at)
    {
        if (at < path.Length && path[at] == '`')
        {
            return ReadQuoted(path, ref at);
        }

        var end = path.IndexOf('.', at);
        var text = path[at..(end < 0 ? path.Length : end)];
        at = end < 0 ? path.Length : end;
        return NodeName.IsPlainOrWildcard(text) && !NodeName.IsRealNumber(text) ? text : throw Illegal(path);
    }

    private static string ReadQuoted(string path, ref int at)
    {
        var content = new StringBuilder();
        for (at++; at < path.Length; at++)
        {
            if (path[at] != '`')
            {
                content.Append(path[at]);
            }
            else if (at + 1 < path.Length && path[at + 1] == '`')
            {
                content.Append(path[at++]);
            }
            else
            {
                at++;
                return at == path.Length || path[at] == '.' ? NodeName.FromText(content.ToString()) : throw Illegal(path);
            }
        }

        throw Illegal(path);
    }

    private static StatusException Illegal(string path) => new(StatusCode.IllegalPath, $"{path} is not a legal path");
}
