using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Plans a query whose rows join all series on time: ALIGN BY TIME, with and without GROUP BY LEVEL.</summary>
internal sealed class TimeQuery(SelectStatement query, Catalog catalog, QueryContext context, bool isAggregation)
{
    private readonly PathExpander _expander = new(catalog, () => PatternsOf(query));
    private readonly QueryOptions _options = WindowPaging.AsServer(query.Options);
    private readonly LevelGrouping _levels = new(query.Options.Levels);
    private readonly List<Expression> _merged = [];

    /// <summary>The columns of the result, once planned.</summary>
    public IReadOnlyList<OutputColumn> Columns { get; private set; } = [];

    /// <summary>True, once planned, when no row can satisfy the conditions.</summary>
    public bool IsNever { get; private set; }

    // Patterns over several levels are looked up by themselves: in one tree with others their order is not known.
    private static TreePath[]? PatternsOf(SelectStatement query)
    {
        IEnumerable<Expression?> expressions = [.. query.Items.Select(static item => item.Expression), query.Options.Where, query.Options.Having];
        TreePath[] patterns = [.. expressions.OfType<Expression>().SelectMany(PathsOf)
            .SelectMany(path => path.IsFull ? [path.Path] : query.From.Select(prefix => prefix.Concat(path.Path)))];
        return patterns.Any(static pattern => pattern.Nodes.Contains(NodePattern.Many)) ? null : patterns;
    }

    private static IEnumerable<PathExpression> PathsOf(Expression expression) => expression is PathExpression path ? [path] : expression.Children.SelectMany(PathsOf);

    /// <summary>The columns, before SLIMIT, over full paths; empty when no series is left.</summary>
    public IReadOnlyList<OutputColumn> ExpandItems()
    {
        List<OutputColumn> columns = [];
        foreach ((int written, SelectItem item) in query.Items.Index())
        {
            foreach ((int part, Expression expression) in ExpandItem(item.Expression))
            {
                _levels.Note(item.Expression, expression);
                columns.Add(new OutputColumn(item.Alias ?? _levels.Text(expression), expression, item.Alias is not null) { Part = (written, part) });
                if (columns.Count > context.Limits.MaxSeries)
                {
                    SqlErrors.Semantic($"A query may have at most {context.Limits.MaxSeries} columns.");
                }
            }
        }

        return columns;
    }

    public QueryResult Plan()
    {
        IReadOnlyList<OutputColumn> all = ExpandItems();
        if (_options.OrderBy.Any(key => key.Expression is { } expression && PathExpander.Prefix(expression, query.From).Skip(1).Any()))
        {
            SqlErrors.Internal(context.Sql, "Expression in order by should indicate one value");
        }

        List<OutputColumn> columns = Page(Merge(all));
        Columns = columns;
        if (_levels.IsNone && columns.Where(static column => column.IsAlias).GroupBy(static column => column.Name).FirstOrDefault(static same => same.Count() > 1) is { } twice)
        {
            SqlErrors.Semantic($"alias '{twice.Key}' can only be matched with one time series");
        }

        if (columns.Count == 0 || !columns.Any(column => ExpressionKinds.ReadsSeries(column.Expression)))
        {
            return QueryResult.Nothing;
        }

        List<(string Name, TsDataType Type)> leading = _options.WithEndTime ? [("__endTime", TsDataType.Int64)] : [];
        ColumnList list = new(leading);
        List<Expression> outputs = [];
        foreach (OutputColumn column in columns)
        {
            Add(list, outputs, column.Expression, text => list.Add(column.Name, text, column.IsAlias));
        }

        int shown = outputs.Count;
        bool newestFirst = AddKeys(list, outputs);
        BlockPlan plan = new BlockPlanner(catalog, context).Plan(new BlockRequest
        {
            Outputs = outputs,
            Shown = shown,
            Leading = _options.WithEndTime ? [new EndTimeEvaluator()] : [],
            Where = _options.Where is null ? [] : [.. _expander.ResolveCondition(_options.Where, query.From)],
            Having = _options.Having is null ? [] : ResolveHaving(_options.Having),
            IsAggregation = isAggregation,
            Window = ResolveWindow(),
            ExtraSeries = ExtraSeries(),
            IsDescending = newestFirst,
            KeyOf = _levels.IsNone ? null : _levels.Text,
            Merged = _merged,
            MergesByHash = !_levels.IsNone,
        });
        IsNever = plan.IsNever;
        (QueryShape shape, IReadOnlyList<SortKey> keys) = list.Complete([.. plan.Types.Select(type => type ?? TsDataType.Boolean)]);
        return QueryTail.Build(plan.Open, shape, keys, _options, context, ignoreTime: isAggregation && _options.Window is null);
    }

    private static void Add(ColumnList list, List<Expression> outputs, Expression expression, Action<string> add)
    {
        string text = expression.ToString();
        int before = list.Texts.Count;
        add(text);
        if (list.Texts.Count > before)
        {
            outputs.Add(expression);
        }
    }

    // What an item stands for, by prefix.
    private IEnumerable<(int Part, Expression Expression)> ExpandItem(Expression item) =>
        item is FunctionExpression { Key: "COUNT_TIME" }
            ? (ExtraSeries().Count > 0 ? [(0, item)] : [])
            : PathExpander.Prefix(item, query.From).SelectMany((prefixed, part) => _expander.Resolve(prefixed).Select(expression => (part, expression)));

    // GROUP BY LEVEL: series of one item below one prefix whose aggregates merge are one column.
    private IReadOnlyList<OutputColumn> Merge(IReadOnlyList<OutputColumn> columns)
    {
        if (_levels.IsNone)
        {
            return columns;
        }

        HashSet<((int Item, int Prefix) Part, string Text)> texts = [];
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        List<OutputColumn> distinct = [];
        foreach (OutputColumn column in columns)
        {
            string text = _levels.Text(column.Expression);
            if (!texts.Add((column.Part, text)))
            {
                _merged.Add(column.Expression);
                continue;
            }

            if (column.IsAlias && !names.TryAdd(column.Name, text) && names[column.Name] != text)
            {
                SqlErrors.Semantic($"alias '{column.Name}' can only be matched with one time series");
            }

            distinct.Add(column);
        }

        return distinct;
    }

    private bool AddKeys(ColumnList list, List<Expression> outputs)
    {
        OrderKey? first = _options.OrderBy.FirstOrDefault();
        if (first is null)
        {
            return false;
        }

        bool followsTime = !isAggregation || !first.IsDescending || _options.Window is not GroupClause.Time { Overlaps: true };
        if (first.Kind == OrderKeyKind.Time && followsTime)
        {
            // No two rows have one time: further keys say nothing.
            return first.IsDescending;
        }

        foreach (OrderKey key in _options.OrderBy)
        {
            if (key.Kind != OrderKeyKind.Expression)
            {
                list.AddKey(key, null);
                continue;
            }

            Expression expression = ResolveKey(key.Expression!);
            Add(list, outputs, expression, text => list.AddKey(key, text));
        }

        return false;
    }

    private Expression ResolveKey(Expression key)
    {
        List<Expression> prefixed = [.. PathExpander.Prefix(key, query.From)];
        List<Expression> resolved = [.. prefixed.SelectMany(_expander.Resolve)];
        return resolved.Count switch
        {
            0 => SqlErrors.Semantic<Expression>($"{prefixed[0]} in order by clause doesn't exist."),
            1 => resolved[0],
            _ when !_levels.IsNone && resolved.DistinctBy(_levels.Text).Count() == 1 => MergeKey(resolved),
            _ => SqlErrors.Semantic<Expression>($"{prefixed[0]} in order by clause shouldn't refer to more than one timeseries."),
        };
    }

    private Expression MergeKey(List<Expression> resolved)
    {
        _merged.AddRange(resolved.Skip(1));
        return resolved[0];
    }

    private List<Expression> ResolveHaving(Expression having)
    {
        List<Expression> resolved = [];
        foreach (Expression prefixed in PathExpander.Prefix(having, query.From))
        {
            List<Expression> found = [.. _expander.Resolve(prefixed)];
            resolved.AddRange(found.Count > 0 ? found : UnknownHaving.Fold(_expander.ResolveKnown(prefixed), _expander.Exists, context.Sql));
        }

        return resolved;
    }

    private GroupClause? ResolveWindow() => _options.Window switch
    {
        GroupClause.Variation variation => variation with { Operand = ResolveOne(variation.Operand) },
        GroupClause.Condition condition => condition with { Predicate = ResolveOne(condition.Predicate) },
        GroupClause.Count count => count with { Operand = ResolveOne(count.Operand) },
        _ => _options.Window,
    };

    private Expression ResolveOne(Expression expression)
    {
        List<Expression> prefixed = [.. PathExpander.Prefix(expression, query.From)];
        List<Expression> resolved = [.. prefixed.SelectMany(_expander.Resolve)];
        if (resolved.Count > 1 && prefixed.Count == 1)
        {
            SqlErrors.Semantic($"{prefixed[0]} in group by clause shouldn't refer to more than one timeseries.");
        }

        if (resolved.Count > 1 || prefixed.Count == 0)
        {
            SqlErrors.Internal(context.Sql, "Expression in group by should indicate one value");
        }

        return resolved.Count == 1 ? resolved[0] : SqlErrors.Semantic<Expression>($"{prefixed[0]} in group by clause doesn't exist.");
    }

    private IReadOnlyList<PathExpression> ExtraSeries()
    {
        bool countsTimes = query.Items.Any(item => item.Expression is FunctionExpression { Key: "COUNT_TIME" });
        return countsTimes
            ? [.. query.From.SelectMany(prefix => _expander.Match(new PathExpression(prefix.Append("*"), IsFull: true)))]
            : [];
    }

    private List<OutputColumn> Page(IReadOnlyList<OutputColumn> columns)
    {
        long offset = Math.Min(_options.SeriesOffset, columns.Count);
        long count = Math.Min(_options.SeriesLimit ?? long.MaxValue, columns.Count - offset);
        return [.. columns.Skip((int)offset).Take((int)count)];
    }
}
