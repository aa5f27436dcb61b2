using System.Collections.Immutable;
using System.Text.RegularExpressions;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Targets of SELECT INTO, with the placeholders <c>::</c> and <c>${n}</c>.</summary>
internal static partial class IntoParser
{
    public static IntoClause Parse(TokenReader reader)
    {
        ImmutableArray<IntoTarget>.Builder targets = ImmutableArray.CreateBuilder<IntoTarget>();
        do
        {
            targets.Add(ParseTarget(reader));
        }
        while (reader.TryKind(TokenKind.Comma));
        return new IntoClause(targets.ToImmutable());
    }

    private static IntoTarget ParseTarget(TokenReader reader)
    {
        bool isAligned = reader.IsWord("ALIGNED") && reader.Peek().Kind is not (TokenKind.Dot or TokenKind.OpenBracket) && reader.TryWord("ALIGNED");
        bool isFull = reader.IsWord("root");
        List<string> nodes = [isFull ? reader.Take() : ParseNode(reader)];
        while (reader.TryKind(TokenKind.Dot))
        {
            nodes.Add(ParseNode(reader));
        }

        ImmutableArray<string>.Builder measurements = ImmutableArray.CreateBuilder<string>();
        reader.Expect(TokenKind.OpenBracket);
        do
        {
            measurements.Add(ParseNode(reader));
        }
        while (reader.TryKind(TokenKind.Comma));
        reader.Expect(TokenKind.CloseBracket);
        return new IntoTarget(new TreePath(nodes), isFull, isAligned, measurements.ToImmutable());
    }

    /// <summary>True for a node of which a part comes from the source.</summary>
    public static bool HasPlaceholder(string node) => !NodeName.IsQuoted(node) && node.Contains("${", StringComparison.Ordinal);

    /// <summary>A node, perhaps with placeholders.</summary>
    public static string ParseNode(TokenReader reader)
    {
        if (reader.Kind != TokenKind.Word || NodeName.IsPlain(reader.Text))
        {
            return PathParser.ParseConcreteNode(reader);
        }

        string text = reader.Take();
        if (text != "::" && !Placeholders().IsMatch(text))
        {
            reader.Refuse(
                $"{text} is illegal, unquoted node name in select into clause can only consist of digits, characters, $, {{, }} and underscore");
        }

        return text;
    }

    [GeneratedRegex(@"^([A-Za-z0-9_⺀-鿿]|\$\{\d+\})+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholders();
}
