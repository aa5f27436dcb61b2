using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Operators;

namespace IoTDB.Embedded.Executing.Results;

/// <summary>Gathers an operator's rows into pages.</summary>
internal static class PageBuilder
{
    /// <summary>Pages of at most so many rows; the operator is only pulled as pages are taken.</summary>
    public static IEnumerable<ResultPage> Build(RowOperator source, IReadOnlyList<TsDataType> types, int pageRows, CancellationToken cancellationToken)
    {
        bool more = source.MoveNext();
        while (more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            long[] times = new long[pageRows];
            PageColumn[] columns = [.. types.Select(type => new PageColumn(type, pageRows))];
            int rows = 0;
            do
            {
                Append(source.Current, rows++, times, columns);
                more = source.MoveNext();
            }
            while (more && rows < pageRows);
            yield return new ResultPage(times, columns, rows);
        }
    }

    private static void Append(Row row, int index, long[] times, PageColumn[] columns)
    {
        times[index] = row.Time;
        for (int column = 0; column < columns.Length; column++)
        {
            columns[column].Set(index, row.Values[column]);
        }
    }
}
