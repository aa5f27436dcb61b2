using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>FILL(PREVIOUS | LINEAR | literal [, duration]).</summary>
internal static class FillParser
{
    public static FillClause Parse(TokenReader reader)
    {
        reader.ExpectWord("FILL");
        reader.Expect(TokenKind.OpenBracket);
        FillKind kind = FillKind.Constant;
        ConstantExpression? value = null;
        if (reader.TryWord("PREVIOUS"))
        {
            kind = FillKind.Previous;
        }
        else if (reader.TryWord("LINEAR"))
        {
            kind = FillKind.Linear;
        }
        else
        {
            value = ConstantParser.Parse(reader);
        }

        SqlDuration? within = reader.TryKind(TokenKind.Comma) ? ConstantParser.ParseDuration(reader) : null;
        reader.Expect(TokenKind.CloseBracket);
        if (value?.Kind is ConstantKind.Null or ConstantKind.NaN or ConstantKind.Blob)
        {
            SqlErrors.Semantic($"Unsupported constant value in FILL: {value.Text}");
        }

        if (value?.Kind == ConstantKind.Integer && !NumberParser.TryInt64(value.Text, out _))
        {
            SqlErrors.Internal(reader.Sql, $"For input string: \"{value.Text}\"");
        }

        if (within is not null && kind != FillKind.Previous)
        {
            SqlErrors.Semantic("Only FILL(PREVIOUS) support specifying the time duration threshold.");
        }

        return new FillClause(kind, value, within);
    }
}
