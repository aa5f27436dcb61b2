using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Reads the path of <c>[Device]</c>: IOTDB0201, 0204 and 0205.</summary>
/// <remarks>A level is a plain name, a name in backquotes, or <c>{Property}</c>. Source: SQL reference 1.2 and 1.3.</remarks>
internal static class PathParser
{
    public static EquatableArray<PathNode> Parse(INamedTypeSymbol type, AttributeData device, Findings findings)
    {
        Location? place = Place(device);
        string path = device.ConstructorArguments is [{ Value: string text }, ..] ? text : "";
        List<string> levels = Split(path);
        if (levels[0] != "root" || levels.Count < 3)
        {
            string problem = levels[0] != "root" ? "does not start at root" : "names no device below a database: three levels are the least";
            findings.Add(Descriptors.PathTooShort, place, path, problem);
            return default;
        }

        var nodes = new PathNode[levels.Count];
        nodes[0] = new PathNode("root", IsKey: false);
        for (int level = 1; level < levels.Count; level++)
        {
            nodes[level] = Node(levels[level]);
            if (Problem(nodes, level, levels[level]) is { } problem)
            {
                findings.Add(Descriptors.PathNode, place, levels[level], type.Name, problem);
            }
        }

        if (nodes[1].IsKey)
        {
            findings.Add(Descriptors.DatabasePerValue, place, nodes[1].Text);
        }

        return nodes;
    }

    /// <summary>The first argument of the attribute, where the path is written.</summary>
    public static Location? Place(AttributeData device) =>
        device.ApplicationSyntaxReference?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax { ArgumentList.Arguments: [var first, ..] }
            ? first.Expression.GetLocation()
            : device.Place();

    /// <summary>Whether the text can stand in a path without backquotes.</summary>
    private static bool IsPlain(string text) => text.Length > 0 && text.All(static c =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or (>= '\u2E80' and <= '\u9FFF'));

    private static List<string> Split(string path)
    {
        var levels = new List<string>();
        int start = 0;
        bool quoted = false;
        for (int i = 0; i < path.Length; i++)
        {
            quoted ^= path[i] == '`';
            if (path[i] == '.' && !quoted)
            {
                levels.Add(path.Substring(start, i - start));
                start = i + 1;
            }
        }

        levels.Add(path.Substring(start));
        return levels;
    }

    private static PathNode Node(string level)
    {
        if (level.Length > 2 && level[0] == '{' && level[level.Length - 1] == '}')
        {
            return new PathNode(level.Substring(1, level.Length - 2), IsKey: true);
        }

        return level.Length > 2 && level[0] == '`' && level[level.Length - 1] == '`'
            ? new PathNode(level.Substring(1, level.Length - 2).Replace("``", "`"), IsKey: false)
            : new PathNode(level, IsKey: false);
    }

    private static string? Problem(PathNode[] nodes, int level, string written)
    {
        PathNode node = nodes[level];
        if (node.IsKey)
        {
            bool twice = nodes.Take(level).Any(other => other == node);
            return twice ? "is there twice" : Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(node.Text) ? null : "is not the name of a property";
        }

        if (written.Length == 0)
        {
            return "is empty";
        }

        if (written[0] != '`' && (written.Contains('{') || written.Contains('}')))
        {
            return "mixes text and a placeholder; a placeholder is a whole level";
        }

        if (node.Text.Any(char.IsControl) || node.Text.Contains('*') || node.Text.Contains('%'))
        {
            return "holds a wildcard or a control character";
        }

        if (NameRules.IsReserved(node.Text))
        {
            return "is a name that the server keeps for itself, quoted or not";
        }

        bool quoted = written[0] == '`';
        if (quoted && (written.Length < 3 || written[written.Length - 1] != '`' || written.Count(static c => c == '`') % 2 != 0))
        {
            return "has a backquote without its partner";
        }

        if (level == 1 && (!IsPlain(node.Text) || node.Text.Length > 59))
        {
            return "is the database, which takes letters, digits and underscores only, 64 characters with 'root.'";
        }

        return quoted || (IsPlain(written) && !written.All(char.IsDigit)) ? null : "needs backquotes around it";
    }
}
