using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>What happens to rows once they are computed: sort, fill, page. Source: sql.md section 5.2.</summary>
internal static class QueryTail
{
    public static QueryResult Build(
        Func<RowOperator> open, QueryShape shape, IReadOnlyList<SortKey> keys, QueryOptions options, QueryContext context, bool ignoreTime)
    {
        ResultColumn[] columns = new ResultColumn[shape.Names.Count];
        for (int index = 0; index < columns.Length; index++)
        {
            columns[index] = new ResultColumn(shape.Names[index], shape.Types[index], shape.Slots[index], shape.Aliases?[index] ?? false);
        }

        return new QueryResult(columns, ignoreTime, Pages(open, shape, keys, options, context));
    }

    private static IEnumerable<ResultPage> Pages(
        Func<RowOperator> open, QueryShape shape, IReadOnlyList<SortKey> keys, QueryOptions options, QueryContext context)
    {
        RowOperator rows = open();
        if (keys.Count > 0)
        {
            // A column that is only sorted by stands between FILL's LIMIT and the sort.
            bool reaches = options.Fill is null || (options.Fill.Kind != FillKind.Linear && shape.Visible == shape.RowTypes.Count);
            long? first = options.Limit is { } limit && reaches && limit <= long.MaxValue - options.Offset
                ? limit + options.Offset
                : null;
            rows = new SortOperator(rows, keys, shape.RowTypes.Count, new SortExtent(first, IsStable: options.ByDevice || options.IsLast), context.Limits);
        }

        if (options.Fill is { } fill)
        {
            rows = Fill(rows, shape, fill, context);
        }

        if (options.Limit is not null || options.Offset > 0)
        {
            rows = new PageOperator(rows, options.Offset, options.Limit);
        }

        foreach (ResultPage page in PageBuilder.Build(rows, [.. shape.RowTypes.Take(shape.Visible)], context.PageRows, context.Deadline))
        {
            yield return page;
        }
    }

    private static RowOperator Fill(RowOperator rows, QueryShape shape, FillClause fill, QueryContext context)
    {
        TsDataType[] types = [.. shape.RowTypes.Take(shape.Visible)];
        return fill.Kind switch
        {
            FillKind.Previous => new PreviousFillOperator(rows, shape.Visible, fill.Within is { } within ? Nearness(within, context) : null),
            FillKind.Linear => new LinearFillOperator(rows, types, shape.RowTypes.Count, context.Limits),
            _ => new ConstantFillOperator(rows, [.. types.Select(type => Filler(fill.Value!, type))]),
        };
    }

    private static Func<long, long, bool> Nearness(SqlDuration within, QueryContext context) => (time, last) =>
    {
        (long early, long late) = time < last ? (time, last) : (last, time);
        long months = CalendarTime.AddMonths(early, within.CalendarMonths, context.Time.Zone, context.Time.Precision);
        return (ulong)late - (ulong)early <= (ulong)(months - early) + (ulong)within.Fixed;
    };

    // Which columns a literal fills depends on its own kind. Source: recordings of FILL.
    private static Value Filler(ConstantExpression literal, TsDataType type)
    {
        bool fits = literal.Kind switch
        {
            ConstantKind.Boolean => type is TsDataType.Boolean || type.IsText,
            ConstantKind.Integer or ConstantKind.Instant => type.IsNumeric || type.IsText || type is TsDataType.Timestamp or TsDataType.Date,
            ConstantKind.Real => type is TsDataType.Float or TsDataType.Double || type.IsText,
            ConstantKind.Text => type.IsText || type == TsDataType.Date,
            ConstantKind.Blob => type == TsDataType.Blob,
            _ => false,
        };
        if (fits && type.IsText && Constants.TryConvert(literal, literal.DataType ?? type, out Value own))
        {
            // Numbers fill texts as Java prints them.
            return literal.DataType is { } kind && !kind.IsBinary ? Value.Of(JavaText.Of(own, kind)) : own;
        }

        if (fits && type == TsDataType.Date && literal.Kind != ConstantKind.Text)
        {
            // A number is a day if it is one as it is stored: yyyymmdd.
            return Constants.TryConvert(literal, TsDataType.Int32, out Value date) && DateText.IsDay(date.AsInt) ? date : Value.Null;
        }

        return fits && Constants.TryConvert(literal, type, out Value value) ? value : Value.Null;
    }
}
