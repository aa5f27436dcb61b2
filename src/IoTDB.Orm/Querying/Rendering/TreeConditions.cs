using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>Writes conditions: every one in brackets, column left, literal in its series' type, never NOT before a condition.</summary>
internal static class TreeConditions
{
    /// <summary>The WHERE of a query; nothing where all rows are asked for.</summary>
    internal static void Where(SqlWriter writer, Interval bounds, Filter filter)
    {
        string separator = " WHERE ";
        if (bounds.First != long.MinValue)
        {
            writer.Raw(separator).Raw("(time >= ").Time(bounds.First).Raw(")");
            separator = " AND ";
        }

        if (bounds.Last != long.MaxValue)
        {
            writer.Raw(separator).Raw("(time < ").Time(bounds.Last + 1).Raw(")");
            separator = " AND ";
        }

        if (filter != ConstantFilter.True)
        {
            writer.Raw(separator);
            Operands<AndFilter>(writer, filter, " AND ");
        }
    }

    /// <summary>The WHERE of a DELETE: plain comparisons joined by AND are all it takes.</summary>
    internal static void Delete(SqlWriter writer, Interval bounds)
    {
        string separator = " WHERE ";
        if (bounds.First != long.MinValue)
        {
            writer.Raw(separator).Raw("time >= ").Time(bounds.First);
            separator = " AND ";
        }

        if (bounds.Last != long.MaxValue)
        {
            writer.Raw(separator).Raw("time < ").Time(bounds.Last + 1);
        }
    }

    private static void Write(SqlWriter writer, Filter filter)
    {
        writer.Raw("(");
        switch (filter)
        {
            case AndFilter:
                Operands<AndFilter>(writer, filter, " AND ");
                break;
            case OrFilter:
                Operands<OrFilter>(writer, filter, " OR ");
                break;
            case NullFilter isNull:
                writer.Identifier(isNull.Column.Name).Raw(isNull.IsNull ? " IS NULL" : " IS NOT NULL");
                break;
            case ComparisonFilter comparison:
                writer.Identifier(comparison.Column.Name).Raw(Symbol(comparison.Operator));
                Literal(writer, comparison.Column, comparison.Value);
                break;
            case InFilter list:
                In(writer, list);
                break;
            case LikeFilter like:
                writer.Identifier(like.Column.Name).Raw(like.IsNegated ? " NOT LIKE " : " LIKE ").Text(like.Pattern).Raw(" ESCAPE '\\'");
                break;
            case RegexFilter regex:
                writer.Identifier(regex.Column.Name).Raw(regex.IsNegated ? " NOT REGEXP " : " REGEXP ").Text(regex.Pattern);
                break;
            default:
                throw new InvalidOperationException($"{filter.GetType()} is not a reduced condition.");
        }

        writer.Raw(")");
    }

    /// <summary>A chain of one operator, written flat.</summary>
    private static void Operands<TOperator>(SqlWriter writer, Filter filter, string symbol)
        where TOperator : Filter
    {
        // Chains lean to the left, as && and || build them; a loop keeps thousands of terms off the stack.
        var operands = new Stack<Filter>();
        while (filter is TOperator)
        {
            (Filter left, Filter right) = filter switch
            {
                AndFilter and => (and.Left, and.Right),
                OrFilter or => (or.Left, or.Right),
                _ => throw new InvalidOperationException($"{typeof(TOperator)} does not join two conditions."),
            };
            operands.Push(right);
            filter = left;
        }

        operands.Push(filter);
        string separator = "";
        while (operands.TryPop(out Filter? operand))
        {
            writer.Raw(separator);
            separator = symbol;
            if (operand is TOperator)
            {
                Operands<TOperator>(writer, operand, symbol);
            }
            else
            {
                Write(writer, operand);
            }
        }
    }

    private static void In(SqlWriter writer, InFilter list)
    {
        writer.Identifier(list.Column.Name).Raw(list.IsNegated ? " NOT IN (" : " IN (");
        string separator = "";
        foreach (FilterValue value in list.Values)
        {
            writer.Raw(separator);
            Literal(writer, list.Column, value);
            separator = ", ";
        }

        writer.Raw(")");
    }

    private static void Literal(SqlWriter writer, IColumn column, FilterValue value) => _ = value.Kind switch
    {
        FilterValueKind.Boolean => writer.Boolean(value.Integer != 0),
        FilterValueKind.Integer => writer.Number(value.Integer),
        FilterValueKind.Real when double.IsInfinity(value.Real) => writer.Raw(value.Real > 0 ? "1e999" : "-1e999"), // read as infinity, observed
        FilterValueKind.Real when column.DataType == TsDataType.Float => writer.Number((float)value.Real),
        FilterValueKind.Real => writer.Number(value.Real),
        FilterValueKind.Text => writer.Text((string)value.Reference!),
        FilterValueKind.Blob => writer.Blob((byte[])value.Reference!),
        FilterValueKind.Date => writer.Date(DateOnly.FromDayNumber((int)value.Integer)),
        FilterValueKind.Instant => writer.Time(new DateTimeOffset(value.Integer, TimeSpan.Zero)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.Kind, null),
    };

    private static string Symbol(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => " = ",
        ComparisonOperator.NotEqual => " != ",
        ComparisonOperator.Less => " < ",
        ComparisonOperator.LessOrEqual => " <= ",
        ComparisonOperator.Greater => " > ",
        _ => " >= ",
    };
}
