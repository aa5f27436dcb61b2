using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>
/// Runs functions that make rows of their own and joins their points on time with the rows they came from: slots of the input first, then one
/// per function.
/// </summary>
/// <remarks>The whole result of the functions is kept: some emit only at the end. Where all columns come from functions, only their times are rows.</remarks>
internal sealed class PointJoinOperator(
    RowOperator source, int width, IReadOnlyList<(PointFunction Function, Evaluator Argument)> functions, bool keepsRows, EmbeddedQueryLimits limits) : RowOperator
{
    private readonly Row _row = new(width + functions.Count);
    private List<RowSnapshot>? _rows;
    private int _next;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        _rows ??= Run();
        if (_next == _rows.Count)
        {
            return false;
        }

        _rows[_next++].CopyTo(_row);
        return true;
    }

    private List<RowSnapshot> Run()
    {
        SortedDictionary<long, Value[]> rows = [];
        List<Point>[] points = [.. functions.Select(_ => new List<Point>())];
        while (source.MoveNext())
        {
            Row row = source.Current;
            if (keepsRows)
            {
                row.Values.CopyTo(RowAt(rows, row.Time), 0);
            }

            for (int index = 0; index < functions.Count; index++)
            {
                functions[index].Function.Accept(row.Time, functions[index].Argument.Evaluate(row), points[index]);
                Drain(rows, points[index], index);
            }
        }

        for (int index = 0; index < functions.Count; index++)
        {
            functions[index].Function.Complete(points[index]);
            Drain(rows, points[index], index);
        }

        return [.. rows.Select(pair => new RowSnapshot(pair.Key, pair.Key, pair.Value, 0))];
    }

    private void Drain(SortedDictionary<long, Value[]> rows, List<Point> points, int function)
    {
        foreach (Point point in points)
        {
            RowAt(rows, point.Time)[width + function] = point.Value;
        }

        points.Clear();
    }

    private Value[] RowAt(SortedDictionary<long, Value[]> rows, long time)
    {
        if (!rows.TryGetValue(time, out Value[]? values))
        {
            if (rows.Count >= limits.MaxBufferedRows)
            {
                SqlErrors.Execution($"The functions of the query need more than {limits.MaxBufferedRows} rows in memory.");
            }

            values = new Value[width + functions.Count];
            rows.Add(time, values);
        }

        return values;
    }
}
