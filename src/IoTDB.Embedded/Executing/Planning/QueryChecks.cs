using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>What a SELECT is refused for before anything is looked up. Source: sql.md section 5.</summary>
internal static class QueryChecks
{
    /// <summary>Refuses impossible combinations of clauses; true when the query aggregates.</summary>
    public static bool Check(SelectStatement query)
    {
        QueryOptions options = query.Options;
        CheckAliases(query);
        if (options.IsLast)
        {
            CheckLast(query);
            return false;
        }

        bool isAggregation = CheckItems(query);
        CheckGrouping(query, isAggregation);
        CheckWhere(options);
        CheckOrder(options, isAggregation);
        CheckDevice(query);
        return isAggregation;
    }

    private static void CheckAliases(SelectStatement query)
    {
        HashSet<string> aliases = new(StringComparer.Ordinal);
        foreach (SelectItem item in query.Items)
        {
            if (item.Alias is not null && !aliases.Add(item.Alias))
            {
                SqlErrors.Semantic("duplicate alias in select clause");
            }
        }
    }

    private static void CheckLast(SelectStatement query)
    {
        QueryOptions options = query.Options;
        if (query.Items.Any(item => item.Expression is not PathExpression))
        {
            SqlErrors.Semantic("Last queries can only be applied on raw time series.");
        }

        if (options.Window is not null || options.Levels.Length > 0 || options.TagKeys.Length > 0)
        {
            SqlErrors.Semantic("Common queries and aggregated queries are not allowed to appear at the same time");
        }

        if (options.Having is not null)
        {
            SqlErrors.Semantic("Expression of HAVING clause can not be used in NonAggregationQuery");
        }

        if (options.Into is not null)
        {
            SqlErrors.Semantic("select into: last clauses are not supported.");
        }

        if (options.ByDevice)
        {
            SqlErrors.Semantic("Last query doesn't support align by device.");
        }

        if (options.HasSeriesPaging)
        {
            SqlErrors.Semantic("SLIMIT and SOFFSET can not be used in LastQuery.");
        }

        if (options.OrderBy.Any(static key => LastOrder.KindOf(key) is OrderKeyKind.Expression or OrderKeyKind.Device))
        {
            SqlErrors.Semantic("Sorting by expression or device is not supported in LAST queries.");
        }
    }

    private static bool CheckItems(SelectStatement query)
    {
        bool? kind = null;
        foreach (SelectItem item in query.Items)
        {
            bool? itemKind = ExpressionKinds.IsAggregation(item.Expression);
            if (itemKind is null)
            {
                SqlErrors.Semantic($"Constant operand is not allowed: {item.Expression}");
            }

            if (kind is not null && kind != itemKind)
            {
                SqlErrors.Semantic("Raw data and aggregation hybrid query is not supported.");
            }

            kind = itemKind;
        }

        bool isAggregation = kind ?? false;
        if (query.Options.ByDevice && query.Items.Any(item => item.Expression is TimeExpression))
        {
            SqlErrors.Execution("Index 1 out of bounds for length 1");
        }

        bool readsBesideTime = query.Items.Any(item => item.Expression is not TimeExpression) || (query.Options.Where is { } where && ExpressionKinds.ReadsSeries(where));
        if (query.Items.Any(item => item.Expression is TimeExpression) && readsBesideTime)
        {
            if (query.Items.Any(item => ExpressionKinds.Any(item.Expression, BlockPlanner.IsPointCall)))
            {
                SqlErrors.Execution("Index 1 out of bounds for length 1");
            }

            SqlErrors.Semantic("Time column is no need to appear in SELECT Clause explicitly, it will always be returned if possible");
        }

        if (query.Items.Any(item => IsCountTime(item.Expression)))
        {
            if (query.Items.Any(item => item.Expression is not FunctionExpression))
            {
                SqlErrors.Semantic("Count_time aggregation can only exist alone, and cannot used with other queries or aggregations.");
            }

            if (query.Items.Length > 1)
            {
                SqlErrors.Semantic("The count_time aggregation can only be used alone in select clause.");
            }

            if (query.Options.Levels.Length > 0 || query.Options.TagKeys.Length > 0)
            {
                string clause = query.Options.Levels.Length > 0 ? "level" : "tag";
                SqlErrors.Semantic($"Count_time aggregation function using with group by {clause} is not supported.");
            }

            if (query.Options.Having is not null)
            {
                SqlErrors.Semantic("The count_time aggregation can not be used with having clause.");
            }
        }

        return isAggregation;
    }

    private static bool IsCountTime(Expression expression) =>
        ExpressionKinds.Any(expression, static inner => inner is FunctionExpression { Key: "COUNT_TIME" });

    private static void CheckGrouping(SelectStatement query, bool isAggregation)
    {
        QueryOptions options = query.Options;
        bool isGrouped = options.Window is not null || options.Levels.Length > 0 || options.TagKeys.Length > 0;
        if (isGrouped && !isAggregation)
        {
            SqlErrors.Semantic("Common queries and aggregated queries are not allowed to appear at the same time");
        }

        if (options.WithEndTime && options.Window is null)
        {
            SqlErrors.Semantic("__endTime is only supported in GROUP BY queries.");
        }

        if (options.Having is { } having && (!isAggregation || ExpressionKinds.IsAggregation(having) != true))
        {
            SqlErrors.Semantic("Expression of HAVING clause must to be an Aggregation");
        }

        if (options.Levels.Length > 0 && options.ByDevice)
        {
            SqlErrors.Semantic("GROUP BY LEVEL does not support align by device now.");
        }

        if (options.TagKeys.Length > 0)
        {
            CheckTags(query);
        }
    }

    private static void CheckTags(SelectStatement query)
    {
        QueryOptions options = query.Options;
        SelectItem? computed = query.Items.FirstOrDefault(item => !AggregateTable.IsAggregate(item.Expression) ||
            item.Expression.Children.Any(static argument => argument is not (PathExpression or ConstantExpression)));
        if (computed is not null)
        {
            SqlErrors.Semantic($"{computed.Expression} can't be used in group by tag. It will be supported in the future.");
        }

        if (options.Having is not null)
        {
            SqlErrors.Semantic("Having clause is not supported yet in GROUP BY TAGS query");
        }

        if (options.ByDevice)
        {
            SqlErrors.Semantic("GROUP BY TAGS does not support align by device now.");
        }

        if (options.Levels.Length > 0)
        {
            SqlErrors.Semantic("GROUP BY LEVEL and GROUP BY TAGS cannot be used at the same time.");
        }

        // The server shortens the range of time before it looks for LIMIT.
        bool pagesWindows = options is { Window: GroupClause.Time { Overlaps: false }, Fill: null }
            or { Window: GroupClause.Time, Fill: null, Limit: null };
        if ((options.HasRowPaging && !pagesWindows) || options.HasSeriesPaging)
        {
            SqlErrors.Semantic("Limit or slimit are not supported yet in GROUP BY TAGS");
        }

        if (options.Into is not null)
        {
            SqlErrors.Semantic("select into: GROUP BY TAGS clause are not supported.");
        }

        if (options.Where is { } where && ExpressionKinds.ReadsSeries(where))
        {
            SqlErrors.Semantic("Only time filters are supported in GROUP BY TAGS query");
        }
    }

    private static void CheckWhere(QueryOptions options)
    {
        if (options.Where is null)
        {
            return;
        }

        if (ExpressionKinds.Any(options.Where, AggregateTable.IsAggregate))
        {
            SqlErrors.Semantic("Raw data and aggregation result hybrid calculation is not supported.");
        }
    }

    private static void CheckOrder(QueryOptions options, bool isAggregation)
    {
        foreach (OrderKey key in options.OrderBy)
        {
            switch (key.Kind)
            {
                case OrderKeyKind.Device when !options.ByDevice:
                    SqlErrors.Semantic("Sorting by device is only supported in ALIGN BY DEVICE queries.");
                    break;
                case OrderKeyKind.Timeseries:
                    SqlErrors.Semantic("Sorting by timeseries is only supported in last queries.");
                    break;
                case OrderKeyKind.Value:
                    SqlErrors.Semantic("Sorting by value is only supported in last queries.");
                    break;
                case OrderKeyKind.DataType:
                    SqlErrors.Semantic("Sorting by datatype is only supported in last queries.");
                    break;
                case OrderKeyKind.Expression when isAggregation && !IsPlain(key.Expression!):
                case OrderKeyKind.Expression when key.Expression is TimeExpression || ExpressionKinds.IsAggregation(key.Expression!) != isAggregation:
                    SqlErrors.Semantic("Raw data and aggregation hybrid query is not supported.");
                    break;
                case OrderKeyKind.Time when key.IsDescending && options.Window is GroupClause.Time { Interval: var interval, Step: var step } && (interval.IsCalendar || step.IsCalendar):
                    SqlErrors.Semantic("Group by month doesn't support order by time desc now.");
                    break;
            }
        }
    }

    // Beside aggregates a key may compare and combine them, but literals and other functions count as rows.
    private static bool IsPlain(Expression key) => AggregateTable.IsAggregate(key) ||
        (key is not (ConstantExpression or FunctionExpression or PathExpression) && key.Children.All(IsPlain));

    private static void CheckDevice(SelectStatement query)
    {
        QueryOptions options = query.Options;
        if (!options.ByDevice)
        {
            return;
        }

        IEnumerable<Expression?> expressions =
            [.. query.Items.Select(item => item.Expression), options.Where, options.Having, .. options.OrderBy.Select(key => key.Expression)];
        foreach (Expression? expression in expressions)
        {
            if (expression is not null && ExpressionKinds.Any(expression, static inner =>
                inner is PathExpression { Path: var path, IsFull: var isFull } && (isFull || path.Length != 1 || path.Last.StartsWith("**", StringComparison.Ordinal))))
            {
                SqlErrors.Semantic("ALIGN BY DEVICE: the suffix paths can only be measurement or one-level wildcard");
            }
        }
    }
}
