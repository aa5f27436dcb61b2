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
        string[] names = new string[result.Columns.Count];
        TsDataType[] types = new TsDataType[names.Length];
        int[] blockColumns = new int[names.Length];
        bool[] areAliases = new bool[names.Length];
        for (int index = 0; index < names.Length; index++)
        {
            ResultColumn column = result.Columns[index];
            (names[index], types[index], blockColumns[index], areAliases[index]) = (column.Name, column.Type, column.BlockColumn, column.IsAlias);
        }

        ResultHeader header = new(
            names,
            types,
            HasTime: !result.IgnoreTime,
            blockColumns,
            areAliases);
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
