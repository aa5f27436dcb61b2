using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Operators;

namespace IoTDB.Embedded.Executing.Results;

/// <summary>Gathers an operator's rows into pages.</summary>
internal static class PageBuilder
{
    // Where the real server ends a block of a tree query, by its own count of a row. Source: wire protocol 9.4 (3855 rows of one INT64 series).
    private const int MaxBytes = 131_072;
    private const int RowBytes = 17;
    private const int CellBytes = 9;
    private const int FirstCapacity = 16;

    /// <summary>Pages of about 128 KiB and at most so many rows; the operator is only pulled as pages are taken.</summary>
    public static IEnumerable<ResultPage> Build(RowOperator source, IReadOnlyList<TsDataType> types, int pageRows, QueryDeadline deadline)
    {
        bool more = source.MoveNext();
        while (more)
        {
            deadline.ThrowIfPassed();
            long[] times = new long[FirstCapacity];
            PageColumn[] columns = [.. types.Select(type => new PageColumn(type, FirstCapacity))];
            int rows = 0;
            int bytes = 0;
            do
            {
                if (rows == times.Length)
                {
                    Array.Resize(ref times, rows * 2);
                    Array.ForEach(columns, column => column.Resize(rows * 2));
                }

                bytes += Append(source.Current, rows++, times, columns);
                more = source.MoveNext();
            }
            while (more && rows < pageRows && bytes < MaxBytes);
            yield return new ResultPage(times, columns, rows);
        }
    }

    private static int Append(Row row, int index, long[] times, PageColumn[] columns)
    {
        int bytes = RowBytes;
        times[index] = row.Time;
        for (int column = 0; column < columns.Length; column++)
        {
            bytes += CellBytes + columns[column].Set(index, row.Values[column]);
        }

        return bytes;
    }
}
