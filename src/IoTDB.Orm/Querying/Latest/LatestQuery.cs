using System.Globalization;
using IoTDB.Client;
using IoTDB.Orm.Generated;

namespace IoTDB.Orm.Querying;

/// <summary>The newest value of each of some columns, each with its own time; one result a device.</summary>
/// <remarks>
/// Asks for <c>last_value</c> and <c>max_time</c> rather than <c>SELECT LAST</c>, which answers with values as text.
/// Source: SQL reference 5.5 and 5.9.
/// </remarks>
internal sealed class LatestQuery<TResult>(QuerySpec spec, IColumn[] columns, Func<DevicePath, LatestCells, TResult> result) : ServerQuery<TResult>(spec)
{
    internal override Statement Render(StatementContext context)
    {
        if (context.Target.IsEmpty)
        {
            return Statement.Nothing;
        }

        var writer = new SqlWriter(SqlDialect.Tree, context.Scale);
        writer.Raw("SELECT ");
        for (int i = 0; i < columns.Length; i++)
        {
            writer.Raw(i == 0 ? "" : ", ")
                .Raw("last_value(").Identifier(columns[i].Name).Raw(") AS ").Raw(ValueAlias(i))
                .Raw(", max_time(").Identifier(columns[i].Name).Raw(") AS ").Raw(TimeAlias(i));
        }

        writer.Raw(" FROM ");
        TreePaths.Write(writer, context.Target);
        TreeRenderer.AlignByDevice(writer, Spec);
        return new Statement(writer.ToString(), new Interval(long.MinValue, long.MaxValue));
    }

    internal override Answer<TResult> Open(ResultSet answer, Statement statement, StatementContext context)
    {
        // The values first, then their times: the columns' readers count from 0.
        string[] headers = [.. Enumerable.Range(0, columns.Length).Select(ValueAlias), .. Enumerable.Range(0, columns.Length).Select(TimeAlias)];
        int count = columns.Length;
        return new CellAnswer<TResult>(
            answer, statement.Bounds, headers, Spec.Target.Device, (head, cells) => result(head.Device, new LatestCells(cells, count)), hasTime: false);
    }

    private static string ValueAlias(int column) => "v" + column.ToString(CultureInfo.InvariantCulture);

    private static string TimeAlias(int column) => "t" + column.ToString(CultureInfo.InvariantCulture);
}
