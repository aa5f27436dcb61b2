using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>The series a query reads: each gets a slot of the joined row.</summary>
internal sealed class QuerySource(Catalog catalog, QueryContext context) : ILeafBinder
{
    private readonly Dictionary<Series, int> _slots = [];
    private readonly List<Series> _series = [];

    public IReadOnlyList<Series> Series => _series;

    /// <summary>The series of a full path, or null.</summary>
    public Series? Find(PathExpression path) => catalog.FindSeries(path.Path.Nodes);

    public Evaluator BindPath(PathExpression path)
    {
        return Find(path) is { } series ? BindSeries(series) : new NullEvaluator();
    }

    public SlotEvaluator BindSeries(Series series)
    {
        if (!_slots.TryGetValue(series, out int slot))
        {
            if (_series.Count >= context.Limits.MaxSeries)
            {
                SqlErrors.Semantic($"A query may read at most {context.Limits.MaxSeries} series.");
            }

            slot = _series.Count;
            _series.Add(series);
            _slots.Add(series, slot);
        }

        return new SlotEvaluator(series.DataType, slot);
    }

    public Evaluator? BindCall(FunctionExpression call) => null;

    /// <summary>Rows of the series read so far, from the first so many points of each.</summary>
    public RowOperator Open(TimeBounds bounds, bool isDescending, long mostPoints) =>
        new SeriesJoin(_series, bounds, isDescending, mostPoints, context.Deadline);
}
