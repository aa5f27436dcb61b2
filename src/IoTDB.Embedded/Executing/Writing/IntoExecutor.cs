using System.Text;
using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Executing.Planning;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Writing;

/// <summary>Answers SELECT INTO: runs the query, writes its rows, tells how many values went where.</summary>
/// <remarks>Runs inside the engine's write lock. Rows are read before they are written, page by page; sources read slices that no write changes.</remarks>
internal sealed class IntoExecutor(SelectStatement query, TreeEngine engine, QueryContext context)
{
    private readonly IntoClause _into = query.Options.Into!;

    public QueryResult Execute()
    {
        bool isAggregation = QueryChecks.Check(query);
        if (query.Options.HasSeriesPaging)
        {
            SqlErrors.Semantic("select into: slimit clauses are not supported.");
        }

        // ORDER BY says nothing about what is written, also not about what LIMIT leaves.
        SelectStatement source = query with { Options = query.Options with { Into = null, OrderBy = [] } };
        return query.Options.ByDevice ? ByDevice(source, isAggregation) : ByTime(source, isAggregation);
    }

    private QueryResult ByTime(SelectStatement source, bool isAggregation)
    {
        TimeQuery plan = new(source, engine.Catalog, context, isAggregation);
        QueryResult result = plan.Plan();
        if (plan.IsNever || !plan.Columns.Any(static column => ExpressionKinds.ReadsSeries(column.Expression)))
        {
            return Answer(withDevice: false, []);
        }

        List<IntoSeries> targets = IntoTargets.ByTime(Completed(), plan.Columns);
        int leading = result.Columns.Count - plan.Columns.Count;
        (IntoSeries, int)[] routes = [.. targets.Select((target, index) => (target, result.Columns[leading + index].BlockColumn))];
        int[] written = new int[targets.Count];
        IntoWriter writer = new(engine);
        writer.Check(targets.Select((target, index) => (target, plan.Columns[index].Name, result.Columns[leading + index].Type)));
        foreach (ResultPage page in result.Pages)
        {
            Add(written, writer.Write(page, [.. Enumerable.Range(0, page.Rows)], routes));
        }

        writer.ThrowIfNotStored();
        return Answer(withDevice: false, [.. targets.Select((target, index) => new[]
        {
            Value.Of(plan.Columns[index].Name), Value.Of(target.FullPath), Value.Of(written[index]),
        })]);
    }

    private QueryResult ByDevice(SelectStatement source, bool isAggregation)
    {
        DeviceQuery plan = new(source, engine.Catalog, context, isAggregation);
        QueryResult result = plan.Plan();
        if (plan.Columns.Count == 0)
        {
            return Answer(withDevice: true, []);
        }

        IReadOnlyList<OutputColumn> columns = plan.Columns;
        int leading = result.Columns.Count - columns.Count;
        Dictionary<string, (List<IntoSeries> Targets, int[] Written)> devices = new(StringComparer.Ordinal);
        for (int index = 0; index < plan.Devices.Count; index++)
        {
            List<IntoSeries> targets = IntoTargets.ByDevice(Completed(), index, plan.Devices.Count, new TreePath(plan.Devices[index].Nodes), columns);
            devices.Add(plan.Devices[index].Path, (targets, new int[columns.Count]));
        }

        IntoWriter writer = new(engine);
        foreach ((string device, (List<IntoSeries> targets, _)) in devices)
        {
            writer.Check(targets.Select((target, index) => (target, $"{device}.{plan.Columns[index].Name}", result.Columns[leading + index].Type)));
        }

        foreach (ResultPage page in result.Pages)
        {
            foreach (IGrouping<string, int> rows in Enumerable.Range(0, page.Rows).GroupBy(row => Encoding.UTF8.GetString(page.Columns[0][row].AsBytes)))
            {
                (List<IntoSeries> targets, int[] written) = devices[rows.Key];
                Add(written, writer.Write(page, [.. rows], [.. targets.Select((target, index) => (target, result.Columns[leading + index].BlockColumn))]));
            }
        }

        writer.ThrowIfNotStored();
        return Answer(withDevice: true, [.. plan.Devices.SelectMany(device => Rows(device.Path, plan.Columns, devices[device.Path]))]);
    }

    private static IEnumerable<Value[]> Rows(string device, IReadOnlyList<OutputColumn> columns, (List<IntoSeries> Targets, int[] Written) done) =>
        columns.Select((column, index) => new[]
        {
            Value.Of(device), Value.Of(ExpressionPrinter.Print(column.Expression)), Value.Of(done.Targets[index].FullPath), Value.Of(done.Written[index]),
        });

    private static void Add(int[] sums, int[] written)
    {
        for (int index = 0; index < sums.Length; index++)
        {
            sums[index] += written[index];
        }
    }

    // The server takes a relative target as it stands and then finds no database for it.
    private IntoClause Completed()
    {
        if (_into.Targets.Any(target => !target.IsFull && target.Device.Nodes[0] != "::"))
        {
            SqlErrors.Execution("Error occurred while inserting tablets in SELECT INTO: root is not a legal path, because it is no longer than default sg level: 1");
        }

        return _into;
    }

    private QueryResult Answer(bool withDevice, IReadOnlyList<Value[]> rows)
    {
        List<ResultColumn> columns = withDevice ? [new ResultColumn("SourceDevice", TsDataType.Text, 0)] : [];
        columns.Add(new ResultColumn("SourceColumn", TsDataType.Text, columns.Count));
        columns.Add(new ResultColumn("TargetTimeseries", TsDataType.Text, columns.Count));
        columns.Add(new ResultColumn("Written", TsDataType.Int32, columns.Count));
        ValuesOperator source = new(rows.Select(row => (0L, row)), columns.Count);
        return new QueryResult(
            columns, IgnoreTime: true, PageBuilder.Build(source, [.. columns.Select(column => column.Type)], context.PageRows, context.Deadline));
    }
}
