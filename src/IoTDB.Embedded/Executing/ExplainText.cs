using System.Globalization;
using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing;

/// <summary>Answers EXPLAIN: this server's own plan, in a box as the real one draws its nodes.</summary>
internal static class ExplainText
{
    /// <summary>Plans the query, so that what is refused is refused here too, and runs it for EXPLAIN ANALYZE.</summary>
    public static ResultTable Of(ExplainStatement explain, Catalog catalog, QueryContext context)
    {
        QueryResult result = QueryExecutor.Execute(explain.Query, catalog, context);
        ResultTable table = new((explain.IsAnalyzed ? "Explain Analyze" : "distribution plan", TsDataType.Text));
        QueryOptions options = explain.Query.Options;
        List<string> lines =
        [
            options.IsLast ? "LastQuery" : options.ByDevice ? "DeviceQuery" : "Query",
            .. result.Columns.Select(column => $"Column: {column.Name}, {column.Type.ToString().ToUpperInvariant()}"),
            .. options.Window is { } window ? [$"Window: {window.GetType().Name}"] : Array.Empty<string>(),
            .. options.OrderBy.Select(key => $"Order: {key.Kind}, {(key.IsDescending ? "DESC" : "ASC")}"),
        ];
        if (explain.IsAnalyzed)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Rows: {result.Pages.Sum(static page => (long)page.Rows)}"));
        }

        int width = lines.Max(line => line.Length);
        table.Add("\u250c" + new string('\u2500', width) + "\u2510");
        foreach (string line in lines)
        {
            table.Add("\u2502" + line.PadRight(width) + "\u2502");
        }

        table.Add("\u2514" + new string('\u2500', width) + "\u2518");
        return table;
    }
}
