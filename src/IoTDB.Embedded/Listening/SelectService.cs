using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Executing;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Executing.Writing;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Blocks;

namespace IoTDB.Embedded.Listening;

/// <summary>Runs SELECT for a session: planned at once, rows made as they are fetched.</summary>
internal static class SelectService
{
    public static ResultSource Execute(SelectStatement query, QueryContext context, RequestContext request)
    {
        TreeEngine engine = request.Engine;
        QueryResult result = query.Options.Into is null
            ? request.Read(() => QueryExecutor.Execute(query, engine.Catalog, context))
            : request.Write(() => new IntoExecutor(query, engine, context).Execute());
        ResultHeader header = new(
            [.. result.Columns.Select(column => column.Name)],
            [.. result.Columns.Select(column => column.Type)],
            HasTime: !result.IgnoreTime,
            [.. result.Columns.Select(column => column.BlockColumn)],
            [.. result.Columns.Select(column => column.IsAlias)]);
        return new ResultSource(header, Encode(result.Pages).GetEnumerator());
    }

    private static IEnumerable<EncodedBlock> Encode(IEnumerable<ResultPage> pages)
    {
        ResultBlockEncoder encoder = new();
        foreach (ResultPage page in pages)
        {
            yield return new EncodedBlock(page.Encode(encoder), page.Rows);
        }
    }
}
