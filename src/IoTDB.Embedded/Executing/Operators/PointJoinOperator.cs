using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>
/// Runs functions that make rows of their own and joins their points on time with the rows they came from: slots of the input first, then one
/// per function.
/// </summary>
/// <remarks>
/// The whole result of the functions is kept: some emit only at the end. Where all columns come from functions, only their times are rows.
/// Of a single function the rows come as it emits them.
/// </remarks>
internal sealed class PointJoinOperator(
    RowOperator source, int width, IReadOnlyList<PointStage> stages, PointJoinShape shape, EmbeddedQueryLimits limits) : RowOperator
{
    private readonly Row _row = new(width + stages.Count);
    private readonly Dictionary<long, Value[]> _rows = [];
    private readonly List<long> _times = [];
    private List<long>? _ordered;
    private int _next;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        _ordered ??= Run();
        if (_next == _ordered.Count)
        {
            return false;
        }

        long time = _ordered[_next++];
        _row.Time = time;
        _row.EndTime = time;
        _rows[time].CopyTo(_row.Values, 0);
        return true;
    }

    private List<long> Run()
    {
        bool isNested = stages.Any(static stage => stage.Needs.Count > 0);
        bool storesRows = shape.KeepsRows || isNested;
        List<Point>[] points = [.. stages.Select(_ => new List<Point>())];
        while (source.MoveNext())
        {
            Row row = source.Current;
            if (storesRows)
            {
                row.Values.AsSpan(0, width).CopyTo(RowAt(row.Time));
            }

            for (int index = 0; index < stages.Count; index++)
            {
                if (stages[index].Needs.Count == 0)
                {
                    stages[index].Function.Accept(row.Time, stages[index].Argument.Evaluate(row), points[index]);
                    Drain(points[index], index);
                }
            }
        }

        for (int index = 0; index < stages.Count; index++)
        {
            if (stages[index].Needs.Count > 0)
            {
                RunNested(stages[index], points[index]);
            }

            stages[index].Function.Complete(points[index]);
            Drain(points[index], index);
        }

        return stages.Count == 1 && !storesRows ? _times : Ordered();
    }

    // A function of functions reads the rows where all of these have points.
    private void RunNested(PointStage stage, List<Point> points)
    {
        Row row = new(width + stages.Count);
        foreach (long time in Ordered())
        {
            row.Time = time;
            _rows[time].CopyTo(row.Values, 0);
            if (stage.Needs.All(slot => !slot.Evaluate(row).IsNull))
            {
                stage.Function.Accept(time, stage.Argument.Evaluate(row), points);
            }
        }
    }

    private List<long> Ordered() => shape.IsDescending ? [.. _times.OrderDescending()] : [.. _times.Order()];

    private void Drain(List<Point> points, int function)
    {
        foreach (Point point in points)
        {
            RowAt(point.Time)[width + function] = point.Value;
        }

        points.Clear();
    }

    private Value[] RowAt(long time)
    {
        if (!_rows.TryGetValue(time, out Value[]? values))
        {
            if (_rows.Count >= limits.MaxBufferedRows)
            {
                SqlErrors.Execution($"The functions of the query need more than {limits.MaxBufferedRows} rows in memory.");
            }

            values = new Value[width + stages.Count];
            _rows.Add(time, values);
            _times.Add(time);
        }

        return values;
    }
}
