using System.Collections.Immutable;
using System.Globalization;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>INSERT. Source: sql.md section 4.1.</summary>
internal static class InsertParser
{
    public static InsertStatement Parse(TokenReader reader)
    {
        reader.ExpectWords("INSERT", "INTO");
        TreePath device = PathParser.ParsePattern(reader);
        List<string> measurements = ParseColumns(reader, out int timeColumn);
        bool isAligned = reader.TryWord("ALIGNED");
        reader.ExpectWord("VALUES");
        List<ConstantExpression[]> rows = [];
        do
        {
            rows.Add(ParseRow(reader));
        }
        while (reader.TryKind(TokenKind.Comma));

        reader.ExpectEnd();
        Check(measurements, timeColumn, rows.Count);
        ImmutableArray<InsertRow>.Builder result = ImmutableArray.CreateBuilder<InsertRow>(rows.Count);
        foreach (ConstantExpression[] row in rows)
        {
            result.Add(MakeRow(row, measurements.Count, timeColumn, reader.Context));
        }

        return new InsertStatement(device, [.. measurements], isAligned, result.ToImmutable());
    }

    private static List<string> ParseColumns(TokenReader reader, out int timeColumn)
    {
        List<string> measurements = [];
        timeColumn = -1;
        int column = 0;
        reader.Expect(TokenKind.OpenBracket);
        do
        {
            string name = reader.IsWord("TIME") || reader.IsWord("TIMESTAMP") ? reader.Take() : PathParser.ParseConcreteNode(reader);
            if (name.Equals("time", StringComparison.OrdinalIgnoreCase) || name.Equals("timestamp", StringComparison.OrdinalIgnoreCase))
            {
                if (timeColumn >= 0)
                {
                    reader.Refuse("One row should only have one time value");
                }

                timeColumn = column;
            }
            else
            {
                measurements.Add(name);
            }

            column++;
        }
        while (reader.TryKind(TokenKind.Comma));
        reader.Expect(TokenKind.CloseBracket);
        return measurements;
    }

    private static ConstantExpression[] ParseRow(TokenReader reader)
    {
        List<ConstantExpression> values = [];
        reader.Expect(TokenKind.OpenBracket);
        do
        {
            values.Add(ConstantParser.Parse(reader));
        }
        while (reader.TryKind(TokenKind.Comma));
        reader.Expect(TokenKind.CloseBracket);
        return [.. values];
    }

    private static void Check(List<string> measurements, int timeColumn, int rows)
    {
        if (measurements.Count == 0)
        {
            SqlErrors.Semantic("InsertStatement should contain at least one measurement");
        }

        if (timeColumn < 0 && rows > 1)
        {
            SqlErrors.Semantic("need timestamps when insert multi rows");
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (string name in measurements)
        {
            if (!names.Add(name))
            {
                SqlErrors.Semantic($"Insertion contains duplicated measurement: {name}");
            }
        }
    }

    private static InsertRow MakeRow(ConstantExpression[] row, int measurements, int timeColumn, SqlContext context)
    {
        int values = row.Length - (timeColumn >= 0 ? 1 : 0);
        if (values != measurements)
        {
            SqlErrors.Semantic($"the measurementList's size {measurements} is not consistent with the valueList's size {values}");
        }

        if (timeColumn < 0)
        {
            return new InsertRow(null, [.. row]);
        }

        long time = TimeOf(row[timeColumn], context);
        return new InsertRow(time, [.. row[..timeColumn], .. row[(timeColumn + 1)..]]);
    }

    private static long TimeOf(ConstantExpression value, SqlContext context)
    {
        if (value.Kind is not (ConstantKind.Integer or ConstantKind.Instant))
        {
            SqlErrors.Semantic($"Can not parse {value.Text} to time");
        }

        // A sign of the wrong unit: a time no clock will show for centuries. Negative times are not limited.
        long largest = context.Precision switch
        {
            TimePrecision.Milliseconds => 10_000_000_000_000,
            TimePrecision.Microseconds => 10_000_000_000_000_000,
            _ => long.MaxValue,
        };
        // The server reads the digits before the sign.
        if (!long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long time) || time > largest || time == long.MinValue)
        {
            string unit = context.Precision switch { TimePrecision.Milliseconds => "ms", TimePrecision.Microseconds => "us", _ => "ns" };
            SqlErrors.Semantic($"Current system timestamp precision is {unit}, please check whether the timestamp {value.Text} is correct.");
        }

        return time;
    }
}
