using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>WHERE of SHOW and COUNT: one condition over the schema, then one over time.</summary>
internal static class SchemaConditionParser
{
    public static (SchemaCondition? Condition, Expression? Time) Parse(TokenReader reader)
    {
        SchemaCondition? condition = null;
        Expression? time = null;
        if (reader.IsWord("WHERE") && TryParseCondition(reader, out condition))
        {
            // The time condition has a WHERE of its own.
        }

        if (reader.TryWord("WHERE"))
        {
            time = ExpressionParser.Parse(reader);
        }

        return (condition, time);
    }

    private static bool TryParseCondition(TokenReader reader, out SchemaCondition? condition)
    {
        int start = reader.Position;
        reader.ExpectWord("WHERE");
        if (reader.TryWords("TIMESERIES", "CONTAINS") || reader.TryWords("DEVICE", "CONTAINS"))
        {
            condition = new SchemaCondition(SchemaConditionKind.PathContains, null, ConstantParser.ParseText(reader));
            return true;
        }

        if (reader.IsWord("DATATYPE") && reader.Peek().Kind == TokenKind.Equal)
        {
            reader.Position += 2;
            string type = reader.IsWord("TIMESTAMP") ? reader.Take() : NameParser.ParseNameOrLiteral(reader);
            if (!SchemaWords.TryDataType(type, out _))
            {
                SqlErrors.Semantic($"unsupported datatype: {type}");
            }

            condition = new SchemaCondition(SchemaConditionKind.DataTypeIs, null, type.ToUpperInvariant());
            return true;
        }

        if (reader.IsWord("TAGS") && reader.Peek().Kind == TokenKind.OpenBracket)
        {
            condition = ParseTag(reader);
            return true;
        }

        if (reader.TryWord("TEMPLATE"))
        {
            condition = ParseTemplate(reader);
            return true;
        }

        reader.Position = start;
        condition = null;
        return false;
    }

    private static SchemaCondition ParseTag(TokenReader reader)
    {
        reader.Position += 2;
        string key = NameParser.ParseNameOrLiteral(reader);
        reader.Expect(TokenKind.CloseBracket);
        if (reader.TryWord("CONTAINS"))
        {
            return new SchemaCondition(SchemaConditionKind.TagContains, key, ConstantParser.ParseText(reader));
        }

        reader.Expect(TokenKind.Equal);
        return new SchemaCondition(SchemaConditionKind.TagIs, key, NameParser.ParseNameOrLiteral(reader));
    }

    private static SchemaCondition ParseTemplate(TokenReader reader)
    {
        if (reader.TryWord("IS"))
        {
            bool isNot = reader.TryWord("NOT") || reader.TryKind(TokenKind.Not);
            reader.ExpectWord("NULL");
            return new SchemaCondition(isNot ? SchemaConditionKind.TemplateIsNotNull : SchemaConditionKind.TemplateIsNull, null, null);
        }

        bool differs = reader.TryKind(TokenKind.NotEqual);
        if (!differs)
        {
            reader.Expect(TokenKind.Equal);
        }

        return new SchemaCondition(
            differs ? SchemaConditionKind.TemplateIsNot : SchemaConditionKind.TemplateIs, null, ConstantParser.ParseText(reader));
    }
}
