using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Plans GROUP BY TAGS: a row for every combination of tag values. Source: sql.md section 5.7.</summary>
internal sealed class TagQuery(SelectStatement query, Catalog catalog, QueryContext context)
{
    // What the server writes for a series without the tag, or with an empty one.
    private const string NoTag = "NULL";

    private readonly QueryOptions _options = WindowPaging.AsServer(query.Options);
    private readonly PathExpander _expander = new(catalog);

    public QueryResult Plan()
    {
        if (_options.OrderBy.Any(key => key.Expression is { } expression && PathExpander.Prefix(expression, query.From).Skip(1).Any()))
        {
            SqlErrors.Internal(context.Sql, "Expression in order by should indicate one value");
        }

        if (_options.OrderBy.Any(static key => key.Kind != OrderKeyKind.Time))
        {
            SqlErrors.Semantic("Order by is not supported yet in GROUP BY TAGS");
        }

        List<string> names = [];
        Dictionary<string, TagGroup> groups = new(StringComparer.Ordinal);
        foreach (SelectItem item in query.Items)
        {
            Gather(item, names, groups);
        }

        if (groups.Count == 0)
        {
            return QueryResult.Nothing;
        }

        if (query.Items.Any(item => item.Expression is FunctionExpression { Key: "MODE" or "STDDEV" or "STDDEV_POP" or "STDDEV_SAMP" or "VARIANCE" or "VAR_POP" or "VAR_SAMP" or "COUNT_IF" or "MAX_BY" or "MIN_BY" }))
        {
            // Aggregates whose parts are no plain values are too much for the server here.
            SqlErrors.Internal(context.Sql, "Index 0 out of bounds for length 0");
        }

        // The server's map puts what it computes where it is absent before what shares its bucket.
        List<TagGroup> ordered = [.. JavaOrder.Sort([.. groups.Values.Reverse()], static group => group.JavaHash)];
        List<Expression?> outputs = [];
        List<Expression> merged = [];
        foreach (TagGroup group in ordered)
        {
            foreach (string name in names)
            {
                List<Expression>? calls = group.Calls.GetValueOrDefault(name);
                outputs.Add(calls?[0]);
                merged.AddRange(calls?.Skip(1) ?? []);
            }
        }

        Dictionary<string, string> keys = Keys(ordered);
        BlockPlan plan = new BlockPlanner(catalog, context).Plan(new BlockRequest
        {
            Outputs = outputs,
            Leading = _options.WithEndTime ? [new EndTimeEvaluator()] : [],
            Merged = merged,
            Where = _options.Where is null ? [] : [_options.Where],
            IsAggregation = true,
            Window = _options.Window,
            KeyOf = call => keys.GetValueOrDefault(call.ToString()) ?? call.ToString(),
        });
        return Build(ordered, names, plan);
    }

    private void Gather(SelectItem item, List<string> names, Dictionary<string, TagGroup> groups)
    {
        HashSet<string> itemNames = new(StringComparer.Ordinal);
        int series = 0;
        foreach (Expression expression in PathExpander.Prefix(item.Expression, query.From).SelectMany(_expander.Resolve))
        {
            series++;
            Series? first = SeriesOf(expression);
            string?[] values = [.. _options.TagKeys.Select(key => first?.Tags.GetValueOrDefault(key) is { Length: > 0 } value ? value : null)];
            string id = string.Join('\0', values.Select(static value => value ?? NoTag));
            if (!groups.TryGetValue(id, out TagGroup? group))
            {
                group = new TagGroup(values);
                groups.Add(id, group);
            }

            string name = Measurements(expression).ToString();
            if (itemNames.Add(name) && !names.Contains(name))
            {
                names.Add(name);
            }

            group.Add(name, expression);
        }

        if (item.Alias is not null && series > 1)
        {
            SqlErrors.Semantic($"alias '{item.Alias}' can only be matched with one time series");
        }
    }

    private Series? SeriesOf(Expression expression) => expression is PathExpression path
        ? catalog.FindSeries(path.Path.Nodes)
        : expression.Children.Select(SeriesOf).FirstOrDefault(series => series is not null);

    private static Expression Measurements(Expression expression) => expression is PathExpression path
        ? new PathExpression(new TreePath(path.Path.Last), IsFull: false)
        : expression.Children.Count == 0 ? expression : expression.WithChildren([.. expression.Children.Select(Measurements)]);

    // Calls of one group over one measurement are one aggregate.
    private static Dictionary<string, string> Keys(List<TagGroup> groups)
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        for (int index = 0; index < groups.Count; index++)
        {
            foreach (Expression expression in groups[index].Calls.Values.SelectMany(calls => calls))
            {
                ExpressionKinds.Any(expression, inner =>
                {
                    if (Aggregating.AggregateTable.IsAggregate(inner))
                    {
                        keys[inner.ToString()] = $"{index}:{Measurements(inner)}";
                    }

                    return false;
                });
            }
        }

        return keys;
    }

    private QueryResult Build(List<TagGroup> groups, List<string> names, BlockPlan plan)
    {
        int leading = _options.WithEndTime ? 1 : 0;
        TsDataType[] types = new TsDataType[names.Count];
        for (int index = 0; index < types.Length; index++)
        {
            types[index] = Enumerable.Range(0, groups.Count).Select(group => plan.Types[(group * names.Count) + index]).FirstOrDefault(type => type is not null)
                ?? TsDataType.Boolean;
        }

        TsDataType[] row = [.. Enumerable.Repeat(TsDataType.Int64, leading), .. _options.TagKeys.Select(_ => TsDataType.Text), .. types];
        string[] header = [.. Enumerable.Repeat("__endTime", leading), .. _options.TagKeys, .. names];
        QueryShape shape = new(header, row, [.. Enumerable.Range(0, row.Length)], row, row.Length);
        return QueryTail.Build(
            () => new TagRowsOperator(Page(plan.Open()), [.. groups.Select(group => group.Values)], leading, names.Count),
            shape,
            [.. _options.OrderBy.Select(key => new SortKey(SortKey.Time, TsDataType.Int64, key.IsDescending, key.NullsFirst))],
            _options with { Limit = null, Offset = 0 },
            context,
            ignoreTime: _options.Window is null);
    }

    // LIMIT and OFFSET count windows.
    private RowOperator Page(RowOperator windows) =>
        _options.HasRowPaging ? new PageOperator(windows, _options.Offset, _options.Limit) : windows;

    private sealed class TagGroup(string?[] values)
    {
        public Value[] Values { get; } = [.. values.Select(value => Value.Of(value ?? NoTag))];

        /// <summary>What Java makes of a list of these texts; a missing one is null there.</summary>
        public int JavaHash { get; } = values.Aggregate(1, static (hash, value) => unchecked((hash * 31) + (value is null ? 0 : JavaOrder.Hash(value))));

        public Dictionary<string, List<Expression>> Calls { get; } = new(StringComparer.Ordinal);

        public void Add(string name, Expression call)
        {
            if (!Calls.TryGetValue(name, out List<Expression>? calls))
            {
                calls = [];
                Calls.Add(name, calls);
            }

            calls.Add(call);
        }
    }
}
