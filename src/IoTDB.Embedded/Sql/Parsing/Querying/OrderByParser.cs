using System.Collections.Immutable;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>The keys of ORDER BY.</summary>
internal static class OrderByParser
{
    public static ImmutableArray<OrderKey> Parse(TokenReader reader)
    {
        ImmutableArray<OrderKey>.Builder keys = ImmutableArray.CreateBuilder<OrderKey>();
        do
        {
            keys.Add(ParseKey(reader));
        }
        while (reader.TryKind(TokenKind.Comma));
        return keys.ToImmutable();
    }

    private static OrderKey ParseKey(TokenReader reader)
    {
        if (KindOf(reader) is { } kind)
        {
            reader.Advance();
            return new OrderKey(kind, null, ParseDirection(reader), NullsFirst: false);
        }

        Expression expression = ExpressionParser.Parse(reader);
        bool isDescending = ParseDirection(reader);
        bool nullsFirst = false;
        if (reader.TryWord("NULLS"))
        {
            nullsFirst = reader.TryWord("FIRST");
            if (!nullsFirst)
            {
                reader.ExpectWord("LAST");
            }
        }

        return new OrderKey(OrderKeyKind.Expression, expression, isDescending, nullsFirst);
    }

    // A key word stands alone; "time + 1", "time nulls first" and "device.x" are expressions.
    private static OrderKeyKind? KindOf(TokenReader reader)
    {
        if (reader.Kind != TokenKind.Word)
        {
            return null;
        }

        OrderKeyKind? kind = reader.Text.ToUpperInvariant() switch
        {
            "TIME" or "TIMESTAMP" => OrderKeyKind.Time,
            "DEVICE" => OrderKeyKind.Device,
            "TIMESERIES" => OrderKeyKind.Timeseries,
            "VALUE" => OrderKeyKind.Value,
            "DATATYPE" => OrderKeyKind.DataType,
            _ => null,
        };
        Token next = reader.Peek();
        if (reader.IsAnyWord(next, "ASC", "DESC"))
        {
            next = reader.Peek(2);
        }

        bool alone = next.Kind is TokenKind.End or TokenKind.Comma or TokenKind.Semicolon or TokenKind.CloseBracket ||
            reader.IsAnyWord(next, "FILL", "LIMIT", "OFFSET", "SLIMIT", "SOFFSET", "ALIGN");
        return alone ? kind : null;
    }

    private static bool ParseDirection(TokenReader reader)
    {
        if (reader.TryWord("DESC"))
        {
            return true;
        }

        reader.TryWord("ASC");
        return false;
    }
}
