using System.Collections.Immutable;
using System.Globalization;
using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Embedded.Sql.Times;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening;

/// <summary>Typed query requests as the statements they stand for. Source: wire reference 10.2 to 10.6.</summary>
internal static class TypedQueries
{
    private static readonly ImmutableArray<TreePath> s_root = [new TreePath("root")];

    /// <summary>Raw rows of full paths, from <paramref name="start"/> on, before <paramref name="end"/>.</summary>
    public static SelectStatement Raw(string[] paths, long start, long end) =>
        new([.. paths.Select(path => new SelectItem(PathOf(path), null))], s_root, QueryOptions.None with { Where = Range(start, end) });

    /// <summary>The newest point of each path not before <paramref name="time"/>.</summary>
    public static SelectStatement Last(string[] paths, long time) => new(
        [.. paths.Select(path => new SelectItem(PathOf(path), null))],
        s_root,
        QueryOptions.None with { IsLast = true, Where = time == long.MinValue ? null : Compare(BinaryOperator.GreaterOrEqual, time) });

    /// <summary>An aggregate of each path, over everything, a range or windows.</summary>
    /// <exception cref="StatusException">301 a range that ends before it starts, windows without length; 305 lists of different length.</exception>
    public static SelectStatement Aggregation(AggregationQueryRequest request)
    {
        if (request.Paths.Length != request.Aggregations.Length)
        {
            throw new StatusException(StatusCode.InternalServerError, "The lists of paths and aggregations differ in length.");
        }

        if (request is { Interval: not null } and ({ Interval: <= 0 } or { SlidingStep: <= 0 }) || request.StartTime > request.EndTime)
        {
            throw new StatusException(StatusCode.ExecuteStatementError, "The windows have no length.");
        }

        var items = request.Paths.Zip(request.Aggregations, (path, aggregation) =>
        {
            var name = NameOf(aggregation);
            return new SelectItem(new FunctionExpression(name, [PathOf(path)], []), $"{name}({path})");
        });
        var options = QueryOptions.None;
        if (request is { Interval: { } interval, StartTime: { } from, EndTime: { } to })
        {
            var step = request.SlidingStep ?? interval;
            options = options with { Window = new GroupClause.Time(from, to, IsRightClosed: false, new SqlDuration(0, 0, interval), new SqlDuration(0, 0, step)) };
        }
        else if (request is { StartTime: { } start, EndTime: { } end })
        {
            options = options with { Where = Range(start, end) };
        }

        return new SelectStatement([.. items], s_root, options);
    }

    // MAX_TIME from MaxTime: the enum's names are the functions'.
    private static string NameOf(AggregationType aggregation) => string.Concat(
        aggregation.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? "_" + letter : letter.ToString())).ToUpperInvariant();

    private static PathExpression PathOf(string path) => new(new TreePath(PathText.Split(path).Skip(1)), IsFull: false);

    private static BinaryExpression Range(long start, long end) =>
        new(BinaryOperator.And, Compare(BinaryOperator.GreaterOrEqual, start), Compare(BinaryOperator.Less, end));

    private static BinaryExpression Compare(BinaryOperator comparison, long time) => new(
        comparison, TimeExpression.Instance, new ConstantExpression(ConstantKind.Integer, time.ToString(CultureInfo.InvariantCulture)));
}
