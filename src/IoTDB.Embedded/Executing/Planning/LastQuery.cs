using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Storage;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Plans SELECT LAST: the newest point of every series, as text. Source: sql.md section 5.9.</summary>
internal sealed class LastQuery(SelectStatement query, Catalog catalog, QueryContext context)
{
    private static readonly string[] s_names = ["Timeseries", "Value", "DataType"];

    private readonly QueryOptions _options = query.Options;

    public QueryResult Plan()
    {
        if (query.From.Length > 1 && _options.OrderBy.Any(static key => key.Expression is not null || key.Kind is OrderKeyKind.Value or OrderKeyKind.DataType))
        {
            // The server takes these words for names below each prefix.
            SqlErrors.Internal(context.Sql, "Expression in order by should indicate one value");
        }

        (Evaluator? predicate, TimeBounds bounds) = PlanCondition();
        List<Series> series = FindSeries();
        QueryShape shape = new(s_names, [.. s_names.Select(_ => TsDataType.Text)], [0, 1, 2], [.. s_names.Select(_ => TsDataType.Text)], s_names.Length);
        List<SortKey> keys = [.. _options.OrderBy.Select(key => new SortKey(
            LastOrder.KindOf(key) switch { OrderKeyKind.Timeseries => 0, OrderKeyKind.Value => 1, OrderKeyKind.DataType => 2, _ => SortKey.Time },
            TsDataType.Text,
            key.IsDescending,
            key.NullsFirst))];
        return QueryTail.Build(
            () => new ValuesOperator(Rows(series, predicate, bounds, FillsCache()), s_names.Length), shape, keys, _options with { Fill = null }, context, ignoreTime: false);
    }

    private (Evaluator? Predicate, TimeBounds Bounds) PlanCondition()
    {
        if (_options.Where is null)
        {
            return (null, TimeBounds.All);
        }

        if (ExpressionKinds.ReadsSeries(_options.Where) || !ExpressionKinds.ReadsTime(_options.Where))
        {
            SqlErrors.Semantic("Only time filters are supported in LAST query");
        }

        if (!IsTimeFilter(_options.Where))
        {
            SqlErrors.Semantic("Only time filters are supported in LAST query");
        }

        QuerySource source = new(catalog, context);
        PredicatePlanner predicates = new(source, new ExpressionBinder(source, context), context, isAggregation: false);
        predicates.Add([_options.Where]);
        return (predicates.Predicate, predicates.Bounds);
    }

    // What the server can hand to the scans: times compared with literals. The bare word fails elsewhere.
    private static bool IsTimeFilter(Expression condition) => condition switch
    {
        TimeExpression => true,
        BinaryExpression { Operator.IsLogic: true } logic => IsTimeFilter(logic.Left) && IsTimeFilter(logic.Right),
        UnaryExpression { Operator: UnaryOperator.Not } not => IsTimeFilter(not.Operand),
        BinaryExpression { Operator.IsComparison: true } comparison =>
            comparison is { Left: TimeExpression, Right: ConstantExpression } or { Left: ConstantExpression, Right: TimeExpression },
        BetweenExpression { Operand: TimeExpression, Low: ConstantExpression, High: ConstantExpression } => true,
        InExpression { Operand: TimeExpression } => true,
        _ => false,
    };

    private List<Series> FindSeries()
    {
        PathExpander expander = new(catalog);
        List<Series> found = [];
        HashSet<Series> seen = [];
        foreach (SelectItem item in query.Items)
        {
            foreach (Expression path in PathExpander.Prefix(item.Expression, query.From).SelectMany(expander.Resolve))
            {
                if (catalog.FindSeries(((PathExpression)path).Path.Nodes) is { } series && seen.Add(series))
                {
                    found.Add(series);
                }
            }
        }

        // Device by device, as they are met first.
        return [.. found.GroupBy(static series => series.Device).SelectMany(static device => device)];
    }

    private static IEnumerable<(long Time, Value[] Values)> Rows(List<Series> series, Evaluator? predicate, TimeBounds bounds, bool fillsCache)
    {
        // Where no device was ever written the server answers without looking, and its cache learns nothing.
        bool isAsked = series.Any(static one => one.Device.HadPoints || one.Device.Members.Any(static member => member.Data.ReadLast().Count > 0));
        foreach (Series one in series)
        {
            if (Newest(one, predicate, bounds) is { } point)
            {
                // An answer from the cache names the type the value is kept as.
                one.IsLastCached |= one.LastAwaitedAfter < NewestTime(one);
                bool isCached = one.IsLastCached && point.Time == NewestTime(one);
                TsDataType type = isCached ? KeptAs(one.DataType) : one.DataType;
                Value text = one.DataType.IsBinary ? point.Value : Value.Of(JavaText.Of(point.Value, one.DataType));
                one.IsLastCached |= fillsCache;
                yield return (point.Time, [Value.Of(one.FullPath), text, Value.Of(type.Word)]);
            }
            else
            {
                if (isAsked && fillsCache)
                {
                    one.LastAwaitedAfter = NewestTime(one) ?? long.MinValue;
                }
            }
        }
    }

    private static long? NewestTime(Series series)
    {
        ColumnSlice last = series.ReadLast();
        return last.Count == 0 ? null : last.Times[0];
    }

    private static TsDataType KeptAs(TsDataType type) => type switch
    {
        TsDataType.Date => TsDataType.Int32,
        TsDataType.Timestamp => TsDataType.Int64,
        TsDataType.String or TsDataType.Blob => TsDataType.Text,
        _ => type,
    };

    // Only the newest point of all goes into the cache: no condition, or one that cuts old points off and nothing else.
    private bool FillsCache() => _options.Where is null or BinaryExpression
    {
        Left: TimeExpression, Operator: BinaryOperator.Greater or BinaryOperator.GreaterOrEqual, Right: ConstantExpression,
    };

    private static (long Time, Value Value)? Newest(Series series, Evaluator? predicate, TimeBounds bounds)
    {
        IReadOnlyList<ColumnSlice> slices = predicate is null ? [series.ReadLast()] : series.Read(bounds.From, bounds.To);
        SeriesCursor cursor = new(slices, series.DataType, isDescending: true);
        Row row = new(0);
        while (cursor.MoveNext())
        {
            row.Time = cursor.Time;
            if (predicate is null || predicate.IsTrue(row))
            {
                return (cursor.Time, cursor.Read());
            }
        }

        return null;
    }
}
