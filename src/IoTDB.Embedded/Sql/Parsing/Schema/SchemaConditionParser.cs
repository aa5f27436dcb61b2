using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>WHERE of SHOW and COUNT: a condition over the schema of its own syntax, or an expression, which may be about time only.</summary>
internal static class SchemaConditionParser
{
    /// <summary>WHERE of statements about series.</summary>
    public static (SchemaCondition? Condition, Expression? Time) ParseOfSeries(TokenReader reader) =>
        Parse(reader, TryOfSeries);

    /// <summary>WHERE of SHOW VIEW, which knows no condition over time.</summary>
    public static SchemaCondition? ParseOfViews(TokenReader reader) =>
        !reader.TryWord("WHERE") ? null : TryOfSeries(reader) ?? reader.Fail<SchemaCondition>("{DATATYPE, TAGS, TIMESERIES}");

    /// <summary>WHERE of SHOW DEVICES.</summary>
    public static (SchemaCondition? Condition, Expression? Time) ParseOfDevices(TokenReader reader) =>
        Parse(reader, static reader => TryContains(reader, "DEVICE") ?? TryTemplate(reader));

    /// <summary>WHERE of COUNT DEVICES.</summary>
    public static Expression? ParseTime(TokenReader reader) => reader.TryWord("WHERE") ? ExpressionParser.Parse(reader) : null;

    private static (SchemaCondition? Condition, Expression? Time) Parse(TokenReader reader, Func<TokenReader, SchemaCondition?> tryCondition)
    {
        if (!reader.TryWord("WHERE"))
        {
            return (null, null);
        }

        int start = reader.Position;
        if (tryCondition(reader) is { } condition && EndsCondition(reader))
        {
            // The time condition has a WHERE of its own.
            return (condition, ParseTime(reader));
        }

        reader.Position = start;
        return (null, ExpressionParser.Parse(reader));
    }

    private static SchemaCondition? TryOfSeries(TokenReader reader) =>
        TryContains(reader, "TIMESERIES") ?? TryDataType(reader) ?? TryTag(reader);

    private static bool EndsCondition(TokenReader reader) =>
        reader.Kind is TokenKind.End or TokenKind.Semicolon || reader.IsAnyWord(reader.Current, "LIMIT", "OFFSET", "GROUP", "WHERE");

    private static SchemaCondition? TryContains(TokenReader reader, string subject)
    {
        if (!reader.IsWord(subject) || !reader.IsWord(reader.Peek(), "CONTAINS") || reader.Peek(2).Kind != TokenKind.Text)
        {
            return null;
        }

        reader.Position += 2;
        return new SchemaCondition(SchemaConditionKind.PathContains, null, ConstantParser.ParseText(reader));
    }

    private static SchemaCondition? TryDataType(TokenReader reader)
    {
        int start = reader.Position;
        if (!reader.TryWord("DATATYPE") || !reader.TryKind(TokenKind.Equal))
        {
            reader.Position = start;
            return null;
        }

        string? type = reader.IsWord("TIMESTAMP") ? reader.Take() : NameParser.TryParseNameOrLiteral(reader);
        if (type is null || !EndsCondition(reader))
        {
            reader.Position = start;
            return null;
        }

        if (!ServerWords.TryParse(type, out TsDataType _))
        {
            SqlErrors.Semantic($"unsupported datatype: {type}");
        }

        return new SchemaCondition(SchemaConditionKind.DataTypeIs, null, type.ToUpperInvariant());
    }

    private static SchemaCondition? TryTag(TokenReader reader)
    {
        if (!reader.TryWord("TAGS") || !reader.TryKind(TokenKind.OpenBracket)
            || NameParser.TryParseNameOrLiteral(reader) is not { } key || !reader.TryKind(TokenKind.CloseBracket))
        {
            return null;
        }

        if (reader.IsWord("CONTAINS") && reader.Peek().Kind == TokenKind.Text)
        {
            reader.Advance();
            return new SchemaCondition(SchemaConditionKind.TagContains, key, ConstantParser.ParseText(reader));
        }

        return reader.TryKind(TokenKind.Equal) && NameParser.TryParseNameOrLiteral(reader) is { } value
            ? new SchemaCondition(SchemaConditionKind.TagIs, key, value)
            : null;
    }

    private static SchemaCondition? TryTemplate(TokenReader reader)
    {
        if (!reader.TryWord("TEMPLATE"))
        {
            return null;
        }

        if (reader.TryWord("IS"))
        {
            bool isNot = reader.TryWord("NOT") || reader.TryKind(TokenKind.Not);
            return reader.TryWord("NULL")
                ? new SchemaCondition(isNot ? SchemaConditionKind.TemplateIsNotNull : SchemaConditionKind.TemplateIsNull, null, null)
                : null;
        }

        bool differs = reader.TryKind(TokenKind.NotEqual);
        return (differs || reader.TryKind(TokenKind.Equal)) && reader.Kind == TokenKind.Text
            ? new SchemaCondition(differs ? SchemaConditionKind.TemplateIsNot : SchemaConditionKind.TemplateIs, null, ConstantParser.ParseText(reader))
            : null;
    }
}
