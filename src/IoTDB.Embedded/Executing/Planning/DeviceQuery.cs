using System.Text;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Plans ALIGN BY DEVICE: a block of rows for every device, one behind the other. Source: sql.md section 5.4.</summary>
internal sealed class DeviceQuery(SelectStatement query, Catalog catalog, QueryContext context, bool isAggregation)
{
    private readonly QueryOptions _options = query.Options;
    private bool _merges;
    private bool _isCut;

    /// <summary>The columns of the result over measurements, once planned.</summary>
    public IReadOnlyList<OutputColumn> Columns { get; private set; } = [];

    /// <summary>The devices of the result in the order of their rows, once planned.</summary>
    public IReadOnlyList<Device> Devices { get; private set; } = [];

    public QueryResult Plan()
    {
        List<Device> devices = DeviceOrder.Sort(query.From.SelectMany(catalog.MatchDevices).Distinct());
        bool isReversed = IsReversed();
        List<OutputColumn> all = ExpandItems(isReversed ? [.. devices.AsEnumerable().Reverse()] : devices);
        List<OutputColumn> columns = Page(all);
        RefuseCut(columns.FindAll(static column => column.IsCut), all, devices);
        columns.RemoveAll(static column => column.IsCut);
        Columns = columns;
        if (columns.Count == 0 && _isCut)
        {
            SqlErrors.Execution("Wrong inputDataTypes size.");
        }

        if (columns.Count == 0)
        {
            return QueryResult.Nothing;
        }

        List<(string Name, TsDataType Type)> leading = [("Device", TsDataType.Text)];
        if (_options.WithEndTime)
        {
            leading.Add(("__endTime", TsDataType.Int64));
        }

        ColumnList list = new(leading);
        List<Expression> outputs = [];
        foreach (OutputColumn column in columns)
        {
            AddOutput(list, outputs, column.Expression, text => list.Add(column.Name, text, column.IsAlias));
        }

        int shown = outputs.Count;
        bool newestFirst = AddKeys(list, outputs, devices);
        List<BlockPlan> blocks = PlanBlocks(devices, columns, outputs, shown, newestFirst);
        (QueryShape shape, IReadOnlyList<SortKey> keys) = list.Complete(Types(blocks, outputs.Count));
        return QueryTail.Build(() => Join(blocks, newestFirst), shape, keys, _options, context, ignoreTime: isAggregation && _options.Window is null);
    }

    private bool IsReversed() => _options.OrderBy.Any(static key => key is { Kind: OrderKeyKind.Device, IsDescending: true });

    private RowOperator Join(List<BlockPlan> blocks, bool newestFirst) => _merges
        ? new MergeOperator([.. blocks.Select(block => block.Open())], newestFirst)
        : new ConcatOperator(blocks.Select(block => block.Open()));

    /// <summary>The columns as measurements, over all devices; wildcards in the order they are met.</summary>
    private List<OutputColumn> ExpandItems(IReadOnlyList<Device> devices)
    {
        List<OutputColumn> columns = [];
        foreach (SelectItem item in query.Items)
        {
            HashSet<string> texts = new(StringComparer.Ordinal);
            foreach (Device device in devices)
            {
                if (DeviceExpressions.CutCall(item.Expression, device) is not null && texts.Add(string.Empty))
                {
                    columns.Add(new OutputColumn(item.Alias ?? item.Expression.ToString(), item.Expression, item.Alias is not null) { IsCut = true });
                }

                foreach (Expression expression in DeviceExpressions.Expand(item.Expression, device))
                {
                    if (texts.Add(expression.ToString()))
                    {
                        columns.Add(new OutputColumn(item.Alias ?? expression.ToString(), expression, item.Alias is not null));
                    }
                }
            }

            if (item.Alias is not null && texts.Count > 1)
            {
                SqlErrors.Semantic($"alias '{item.Alias}' can only be matched with one time series");
            }
        }

        return columns;
    }

    // A call that lost an argument is run with the others; a device where nothing else reads a series is left out instead.
    private void RefuseCut(List<OutputColumn> cut, List<OutputColumn> all, List<Device> devices)
    {
        Expression[] others = [.. all.Select(static column => column.Expression), .. _options.OrderBy.Select(static key => key.Expression).Append(_options.Having).OfType<Expression>()];
        foreach (Device device in devices)
        {
            bool isRead = others.Any(other => DeviceExpressions.Bind(other, device) is not null);
            foreach (OutputColumn column in cut)
            {
                if (DeviceExpressions.CutCall(column.Expression, device) is not { } call)
                {
                    continue;
                }

                // What COUNT_IF keeps by reads like a series.
                bool readsSeries = call.Key == "COUNT_IF"
                    ? ExpressionKinds.ReadsSeries(call.Arguments[1])
                    : call.Arguments.Any(argument => ExpressionKinds.ReadsSeries(argument) && DeviceExpressions.Expand(argument, device).Any());
                if (!isRead && !readsSeries)
                {
                    continue;
                }

                if (call.Key == "COUNT_IF")
                {
                    SqlErrors.Semantic("Input series of Aggregation function [count_if] only supports data type [BOOLEAN]");
                }

                _isCut = true;
            }
        }
    }

    private static void AddOutput(ColumnList list, List<Expression> outputs, Expression expression, Action<string> add)
    {
        int before = list.Texts.Count;
        add(expression.ToString());
        if (list.Texts.Count > before)
        {
            outputs.Add(expression);
        }
    }

    // Returns whether the blocks give their rows newest first; adds what must be sorted.
    private bool AddKeys(ColumnList list, List<Expression> outputs, List<Device> devices)
    {
        IReadOnlyList<OrderKey> keys = _options.OrderBy;
        if (keys.Count > 0 && keys[0].Kind == OrderKeyKind.Device)
        {
            // Devices come in their order anyway; only what follows may need a sort.
            bool plain = keys.Count == 1 || (keys.Count == 2 && keys[1].Kind == OrderKeyKind.Time && !(isAggregation && keys[1].IsDescending));
            if (plain)
            {
                if (keys[0].IsDescending)
                {
                    devices.Reverse();
                }

                return keys.Count == 2 && keys[1].IsDescending;
            }
        }

        bool byTime = keys.Count > 0 && keys[0].Kind == OrderKeyKind.Time;
        if (byTime && keys.Count <= 2 && keys.Skip(1).All(static key => key.Kind == OrderKeyKind.Device) && ComesInOrder(outputs, keys[0].IsDescending))
        {
            _merges = true;
            if (keys.Count == 2 && keys[1].IsDescending)
            {
                devices.Reverse();
            }

            return keys[0].IsDescending;
        }

        foreach (OrderKey key in keys)
        {
            if (key.Kind != OrderKeyKind.Expression)
            {
                list.AddKey(key, null);
                continue;
            }

            // Every device that has a column must have the key.
            bool isMissing = devices.Any(device => DeviceExpressions.Bind(key.Expression!, device) is null &&
                Columns.Any(column => DeviceExpressions.Bind(column.Expression, device) is not null));
            if (isMissing)
            {
                SqlErrors.Semantic($"{key.Expression} in order by clause doesn't exist.");
            }

            AddOutput(list, outputs, key.Expression!, text => list.AddKey(key, text));
        }

        // The scans go backwards also where one row comes of them.
        return isAggregation
            ? _options.Window is not GroupClause.Time { Overlaps: true } && keys.Any(static key => key is { Kind: OrderKeyKind.Time, IsDescending: true })
            : byTime && keys[0].IsDescending;
    }

    // Whether each block gives its rows in order of time.
    private bool ComesInOrder(List<Expression> outputs, bool newestFirst)
    {
        bool isAnyWay = !isAggregation || !newestFirst || _options.Window is not (null or GroupClause.Time { Overlaps: true });
        return isAnyWay && !outputs.Any(output => ExpressionKinds.Any(output, static inner => inner is FunctionExpression call && PointFunctionTable.Contains(call.Key)));
    }

    private List<BlockPlan> PlanBlocks(List<Device> devices, IReadOnlyList<OutputColumn> columns, IReadOnlyList<Expression> outputs, int shown, bool newestFirst)
    {
        BlockPlanner planner = new(catalog, context);
        List<BlockPlan> blocks = [];
        Devices = devices.FindAll(device => columns.Any(column => DeviceExpressions.Bind(column.Expression, device) is not null));

        if (Grouping() is { } grouping && Devices.Any(device => DeviceExpressions.Bind(grouping, device) is null))
        {
            SqlErrors.Semantic($"{grouping} in group by clause doesn't exist.");
        }

        if (_options.Window is GroupClause.Count && Devices.Count > 0 && Grouping() is { } counted &&
            !columns.Select(column => column.Expression).Append(_options.Having).Concat(_options.OrderBy.Select(static key => key.Expression))
                .Any(read => read is not null && ExpressionKinds.Any(read, inner =>
                    AggregateTable.IsAggregate(inner) && inner.Children.Any(argument => argument.ToString() == counted.ToString()))))
        {
            // The server looks for what is counted among what the columns read.
            Expression unread = DeviceExpressions.BindOrKeep(counted, Devices[0]);
            SqlErrors.Internal(context.Sql, $"Expression is not analyzed: {unread}");
        }

        if (_options.Having is not null && Devices.Count > 0)
        {
            // The first device tells the types.
            Device first = DeviceOrder.Sort(Devices)[IsReversed() ? ^1 : 0];
            UnknownHaving.CheckDevice(_options.Having, path => first.Find(path.Path.Last) is not null, context.Sql);
        }

        if (_options.Window is GroupClause.Variation or GroupClause.Condition or GroupClause.Count && Devices.Count > 1 && _options.Where is { } where
            && Devices.Any(device => DeviceExpressions.NeverHolds(where, device)))
        {
            SqlErrors.Internal(context.Sql, "Cannot invoke \"Expression.accept(ExpressionVisitor, Object)\" because \"expression\" is null");
        }

        if (_isCut)
        {
            SqlErrors.Execution("Wrong inputDataTypes size.");
        }

        // All devices are bound before one is planned: what fails for any of them fails first.
        List<Expression?> conditions = Devices
            .Select(device => _options.Where is null ? null : DeviceExpressions.BindCondition(_options.Where, device, context.Sql)).ToList();
        foreach ((Device device, Expression? condition) in Devices.Zip(conditions))
        {

            List<Evaluator> leading = [new ConstantEvaluator(TsDataType.Text, Value.Of(Encoding.UTF8.GetBytes(device.Path)))];
            if (_options.WithEndTime)
            {
                leading.Add(new EndTimeEvaluator());
            }

            blocks.Add(planner.Plan(new BlockRequest
            {
                Outputs = [.. outputs.Select(output => DeviceExpressions.Bind(output, device))],
                Shown = shown,
                Leading = leading,
                Where = condition is null ? [] : [condition],
                Having = _options.Having is null ? [] : [DeviceExpressions.BindOrKeep(_options.Having, device)],
                IsAggregation = isAggregation,
                Window = BindWindow(device),
                ExtraSeries = ExtraSeries(device),
                MostRows = MostRows(),
                IsDescending = newestFirst,
            }));
        }

        return blocks;
    }

    // As 2.0.1-beta: where devices come first LIMIT is carried below the sort of each, and the rows beyond it are missing.
    private long? MostRows() => !isAggregation && _options is { Limit: { } limit, OrderBy: { Length: > 1 } keys } && keys[0].Kind == OrderKeyKind.Device
        && keys[1].Kind == OrderKeyKind.Expression && limit <= long.MaxValue - _options.Offset
        ? limit + _options.Offset
        : null;

    private Expression? Grouping() => _options.Window switch
    {
        GroupClause.Variation variation => variation.Operand,
        GroupClause.Condition condition => condition.Predicate,
        GroupClause.Count count => count.Operand,
        _ => null,
    };

    private GroupClause? BindWindow(Device device) => _options.Window switch
    {
        GroupClause.Variation variation => variation with { Operand = DeviceExpressions.BindOrKeep(variation.Operand, device) },
        GroupClause.Condition condition => condition with { Predicate = DeviceExpressions.BindOrKeep(condition.Predicate, device) },
        GroupClause.Count count => count with { Operand = DeviceExpressions.BindOrKeep(count.Operand, device) },
        _ => _options.Window,
    };

    private IReadOnlyList<PathExpression> ExtraSeries(Device device) =>
        query.Items.Any(item => item.Expression is FunctionExpression { Key: "COUNT_TIME" })
            ? [.. device.Series.Select(series => DeviceExpressions.PathOf(device, series.Measurement))]
            : [];

    // A column has one type over all devices that have it.
    private static TsDataType[] Types(List<BlockPlan> blocks, int count)
    {
        TsDataType?[] types = new TsDataType?[count];
        foreach (BlockPlan block in blocks)
        {
            for (int index = 0; index < count; index++)
            {
                if (types[index] is { } known && block.Types[index] is { } type && known != type)
                {
                    SqlErrors.Semantic("ALIGN BY DEVICE: the data types of the same measurement column should be the same across devices.");
                }

                types[index] ??= block.Types[index];
            }
        }

        return [.. types.Select(type => type ?? TsDataType.Boolean)];
    }

    private List<OutputColumn> Page(List<OutputColumn> columns)
    {
        long offset = Math.Min(_options.SeriesOffset, columns.Count);
        long count = Math.Min(_options.SeriesLimit ?? long.MaxValue, columns.Count - offset);
        return columns.GetRange((int)offset, (int)count);
    }
}
