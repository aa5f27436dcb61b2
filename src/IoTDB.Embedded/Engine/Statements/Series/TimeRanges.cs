using System.Globalization;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>The times a condition over time allows: inclusive ranges, ascending, apart from each other.</summary>
internal sealed class TimeRanges
{
    private readonly List<(long From, long To)> _ranges;

    private TimeRanges(List<(long From, long To)> ranges) => _ranges = ranges;

    /// <summary>The ranges of a condition made of comparisons of time, AND, OR and NOT.</summary>
    /// <exception cref="StatusException">701 it says something about other things than time.</exception>
    public static TimeRanges Of(Expression condition) => new(Evaluate(condition, negated: false));

    /// <summary>True if a series has a visible point in one of them.</summary>
    public bool HavePointOf(Series series) => _ranges.Any(range => series.Read(range.From, range.To).Count > 0);

    private static List<(long From, long To)> Evaluate(Expression condition, bool negated) => condition switch
    {
        UnaryExpression { Operator: UnaryOperator.Not } not => Evaluate(not.Operand, !negated),
        BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } both =>
            both.Operator == BinaryOperator.And ^ negated
                ? Intersect(Evaluate(both.Left, negated), Evaluate(both.Right, negated))
                : Union(Evaluate(both.Left, negated), Evaluate(both.Right, negated)),
        BinaryExpression { Left: TimeExpression, Right: ConstantExpression right } comparison => Compare(comparison.Operator, Value(right), negated),
        BinaryExpression { Left: ConstantExpression left, Right: TimeExpression } comparison => Compare(Mirror(comparison.Operator), Value(left), negated),
        BetweenExpression { Operand: TimeExpression, Low: ConstantExpression low, High: ConstantExpression high } between =>
            between.IsNot ^ negated ? Complement([(Value(low), Value(high))]) : Valid(Value(low), Value(high)),
        InExpression { Operand: TimeExpression } list => In(list, negated),
        TimeExpression => throw new StatusException(StatusCode.InternalServerError, "Unsupported expression type: TIMESTAMP"),
        _ => throw new StatusException(StatusCode.SemanticError, "Only time condition supported"),
    };

    private static List<(long From, long To)> In(InExpression list, bool negated)
    {
        List<(long From, long To)> union = [];
        foreach (var value in list.Values)
        {
            union = Union(union, [(Value(value), Value(value))]);
        }

        return list.IsNot ^ negated ? Complement(union) : union;
    }

    private static List<(long From, long To)> Compare(BinaryOperator comparison, long value, bool negated)
    {
        List<(long From, long To)> ranges = comparison switch
        {
            BinaryOperator.Equal => [(value, value)],
            BinaryOperator.NotEqual => Complement([(value, value)]),
            BinaryOperator.Greater => value == long.MaxValue ? [] : [(value + 1, long.MaxValue)],
            BinaryOperator.GreaterOrEqual => [(value, long.MaxValue)],
            BinaryOperator.Less => value == long.MinValue ? [] : [(long.MinValue, value - 1)],
            BinaryOperator.LessOrEqual => [(long.MinValue, value)],
            _ => throw new StatusException(StatusCode.SemanticError, "Only time condition supported"),
        };
        return negated ? Complement(ranges) : ranges;
    }

    private static BinaryOperator Mirror(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        _ => comparison,
    };

    private static long Value(ConstantExpression constant) =>
        constant.Kind is ConstantKind.Integer or ConstantKind.Instant
        && long.TryParse(constant.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new StatusException(StatusCode.SemanticError, $"The right hand value of time predicate must be a number: {constant.Text}");

    private static List<(long From, long To)> Valid(long from, long to) => from <= to ? [(from, to)] : [];

    private static List<(long From, long To)> Intersect(List<(long From, long To)> left, List<(long From, long To)> right) =>
        [.. left.SelectMany(a => right.SelectMany(b => Valid(Math.Max(a.From, b.From), Math.Min(a.To, b.To)))).Order()];

    private static List<(long From, long To)> Union(List<(long From, long To)> left, List<(long From, long To)> right) =>
        Complement(Intersect(Complement(left), Complement(right)));

    private static List<(long From, long To)> Complement(List<(long From, long To)> ranges)
    {
        var gaps = new List<(long From, long To)>();
        var next = long.MinValue;
        foreach (var (from, to) in ranges)
        {
            if (from > next)
            {
                gaps.Add((next, from - 1));
            }

            if (to == long.MaxValue)
            {
                return gaps;
            }

            next = Math.Max(next, to + 1);
        }

        gaps.Add((next, long.MaxValue));
        return gaps;
    }
}
