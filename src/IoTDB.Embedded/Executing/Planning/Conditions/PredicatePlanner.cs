using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Plans WHERE as 2.0.1-beta does, faults included.</summary>
/// <remarks>
/// That release hands conditions over one series (or one aligned device) to the scan of that series, and there a constant on the left does not
/// mirror the operator and a literal must fit the type of the series; NOT over one series is refused. Conditions it cannot hand over are
/// computed from rows and are right. Source: sql.md rules 5, 21, 22 and recordings.
/// </remarks>
internal sealed class PredicatePlanner(QuerySource source, ExpressionBinder binder, QueryContext context, bool isAggregation)
{
    public const string Not = "This predicate contains a not! Did you forget to run this predicate through PredicateRemoveNotRewriter? ";

    private readonly ExpressionBinder _scans = new(source, context) { IsScan = true };
    private readonly UnknownSeries _unknown = new(path => source.Find(path) is not null);

    /// <summary>Times outside can be left unread.</summary>
    public TimeBounds Bounds { get; private set; } = TimeBounds.All;

    /// <summary>The whole condition; null when there is none.</summary>
    public Evaluator? Predicate { get; private set; }

    /// <summary>True when no row can satisfy the conditions, which the server sees while it plans.</summary>
    public bool IsNever { get; private set; }

    /// <summary>The series that exist and that conditions read.</summary>
    public HashSet<Series> ReadSeries { get; } = [];

    /// <summary>True once a condition over series cannot be left to a scan.</summary>
    public bool NeedsRows { get; private set; }

    /// <summary>Adds conditions that must all hold.</summary>
    public void Add(IReadOnlyList<Expression> conditions)
    {
        List<Expression> conjuncts = [];
        foreach (Expression condition in conditions)
        {
            Expression folded = _unknown.Fold(condition);
            Expression[] parts = [.. Conjuncts(folded).Select(part => ExpressionKinds.ReadsSeries(part) ? part : TimePredicates.AsServer(part, context.Sql))];
            CheckRoot(condition, folded);
            CheckLiterals(parts);
            conjuncts.AddRange(parts);
        }

        CheckUnknown(conditions, conjuncts);
        HashSet<object> unfit = [];
        IGrouping<object?, Expression>[] scans = [.. conjuncts.GroupBy(ScanOf)];
        foreach (IGrouping<object?, Expression> scan in scans.Where(static scan => scan.Key is not null))
        {
            ScanFit fit = ScanForms.FitOf([.. scan]);
            if (fit == ScanFit.Not)
            {
                RefuseNot(scan.Key!);
            }

            if (fit == ScanFit.Misfit)
            {
                unfit.Add(scan.Key!);
            }
        }

        foreach (Expression conjunct in conjuncts)
        {
            AddConjunct(Simplified(conjunct), unfit);
        }
    }

    // A literal decides OR and AND before anything is handed to a scan.
    private static Expression Simplified(Expression condition)
    {
        if (condition is not BinaryExpression { Operator.IsLogic: true } logic)
        {
            return condition;
        }

        Expression left = Simplified(logic.Left), right = Simplified(logic.Right);
        bool? leftTruth = Truth(left), rightTruth = Truth(right);
        bool deciding = logic.Operator == BinaryOperator.Or;
        return leftTruth == deciding || rightTruth == !deciding ? left
            : rightTruth == deciding || leftTruth == !deciding ? right
            : logic with { Left = left, Right = right };
    }

    private static bool? Truth(Expression condition) => condition is ConstantExpression { Kind: ConstantKind.Boolean } literal ? bool.Parse(literal.Text) : null;

    // The server takes AND below NOT apart like any other, which is wrong and kept.
    private static IEnumerable<Expression> Conjuncts(Expression expression) => expression switch
    {
        BinaryExpression { Operator: BinaryOperator.And } both => Conjuncts(both.Left).Concat(Conjuncts(both.Right)),
        UnaryExpression { Operator: UnaryOperator.Not, Operand: BinaryExpression { Operator: BinaryOperator.And } both } when ExpressionKinds.ReadsSeries(both) =>
            Conjuncts(new UnaryExpression(UnaryOperator.Not, both.Left)).Concat(Conjuncts(new UnaryExpression(UnaryOperator.Not, both.Right))),
        _ => [expression],
    };

    private void CheckRoot(Expression written, Expression condition)
    {
        if (condition is not ConstantExpression && !ExpressionKinds.ReadsSeries(written) && !ExpressionKinds.ReadsTime(written))
        {
            bool isNot = condition is UnaryExpression { Operator: UnaryOperator.Not, Operand: not ConstantExpression };
            if (isNot)
            {
                SqlErrors.Execution(Not);
            }

            if (condition is not (UnaryExpression or InExpression or LikeExpression or RegexpExpression or IsNullExpression))
            {
                SqlErrors.Semantic("Constant column is not supported.");
            }
        }

        if (condition is BetweenExpression between && (TypeRules.IsLogical(between.Low) || TypeRules.IsLogical(between.High)) && !(TypeRules.IsLogical(between.Low) && ExpressionKinds.ReadsSeries(between.Low)))
        {
            // Bounds of a lone BETWEEN are hardly checked (sql.md rule 6).
            SqlErrors.Execution("org.apache.tsfile.read.common.type.BooleanType");
        }

        Evaluator evaluator = (ScanForms.FitOf(condition) == ScanFit.Fits ? _scans : binder).Bind(condition);
        if (evaluator is not NullEvaluator && evaluator.Type == TsDataType.Boolean)
        {
            return;
        }

        string? kind = condition switch
        {
            BinaryExpression { Operator: BinaryOperator.Add } => "ADDITION",
            BinaryExpression { Operator: BinaryOperator.Subtract } => "SUBTRACTION",
            BinaryExpression { Operator: BinaryOperator.Multiply } => "MULTIPLICATION",
            BinaryExpression { Operator: BinaryOperator.Divide } => "DIVISION",
            BinaryExpression { Operator: BinaryOperator.Modulo } => "MODULO",
            UnaryExpression { Operator: UnaryOperator.Negate } => "NEGATION",
            TimeExpression => "TIMESTAMP",
            _ => null,
        };
        if (kind is not null)
        {
            SqlErrors.Internal(context.Sql, $"Unsupported expression type: {kind}");
        }

        if (evaluator is not NullEvaluator)
        {
            SqlErrors.Semantic($"The output type of the expression in WHERE clause should be BOOLEAN, actual data type: {evaluator.Type.Word}.");
        }
    }

    // Where the server joins scans it looks for the one a condition belongs to, and fails where a series is unknown.
    private void CheckUnknown(IReadOnlyList<Expression> conditions, List<Expression> conjuncts)
    {
        Expression[] written = [.. conditions.SelectMany(Conjuncts)];
        bool joins = source.Series.Concat(written.SelectMany(SeriesOf)).Select(ScanOf).Distinct().Skip(1).Any();
        bool[] isTime = [.. written.Select(static part => !ExpressionKinds.ReadsSeries(part) && ExpressionKinds.ReadsTime(part))];
        foreach ((int index, Expression part) in written.Index())
        {
            bool isBare = part is PathExpression path && source.Find(path) is null;
            bool readsBare = isBare || _unknown.HasBareOperand(part);
            if (isBare && Enumerable.Range(0, written.Length).All(other => other == index || isTime[other]))
            {
                SqlErrors.Semantic("The output type of the expression in WHERE clause should be BOOLEAN, actual data type: null.");
            }

            Expression folded = isBare ? part : _unknown.Fold(part);
            bool isLost = isBare || (ExpressionKinds.ReadsTime(part) && ExpressionKinds.ReadsSeries(part)
                && !ExpressionKinds.Any(folded, static inner => inner is ConstantExpression { Kind: ConstantKind.Boolean, Text: "true" }));
            if (joins && isLost && !SeriesOf(folded).Any() && !conjuncts.Any(static conjunct => conjunct is ConstantExpression))
            {
                SqlErrors.Internal(context.Sql, "null");
            }

            if (readsBare)
            {
                SqlErrors.Execution("Unsupported Type");
            }
        }
    }

    // Where the query aggregates that scan alone the server notices while it plans.
    private void RefuseNot(object scan)
    {
        if (isAggregation && source.Series.All(series => ReferenceEquals(ScanOf(series), scan)))
        {
            SqlErrors.Internal(context.Sql, Not);
        }

        SqlErrors.Execution(Not);
    }

    private static void CheckLiterals(Expression[] conjuncts)
    {
        if (conjuncts.Any(static part => ExpressionKinds.Any(part, static inner => inner is BetweenExpression && !ExpressionKinds.ReadsSeries(inner) && !ExpressionKinds.ReadsTime(inner))))
        {
            SqlErrors.Semantic("Constant column is not supported.");
        }

        if (conjuncts.Any(static part => part is UnaryExpression { Operator: UnaryOperator.Not, Operand: not ConstantExpression } && !ExpressionKinds.ReadsSeries(part) && !ExpressionKinds.ReadsTime(part)))
        {
            SqlErrors.Execution(Not);
        }
    }

    private void AddConjunct(Expression conjunct, HashSet<object> unfit)
    {
        ExpressionBinder chosen = binder;
        object? scan = ScanOf(conjunct);
        ReadSeries.UnionWith(SeriesOf(conjunct));
        if (!ExpressionKinds.ReadsSeries(conjunct))
        {
            Bounds = Bounds.Intersect(TimePredicates.BoundsOf(conjunct));
        }
        else if (scan is not null && !unfit.Contains(scan))
        {
            conjunct = new ScanForms(path => source.Find(path)!.DataType, context.Sql).Rewrite(conjunct);
            chosen = _scans;
        }
        else
        {
            NeedsRows = true;
        }

        IsNever |= conjunct is ConstantExpression { Text: "false" };
        Evaluator evaluator = chosen.Bind(conjunct);
        if (scan is not null && (ExpressionKinds.ReadsTime(conjunct) || (scan is Series && ScanForms.FitOf(conjunct) != ScanFit.Fits)))
        {
            // A scan sees only the times it has, whatever the condition says of others.
            Predicate = AllEvaluator.Add(Predicate, new ScanRowEvaluator(() => SlotsOf(scan)));
        }

        Predicate = AllEvaluator.Add(Predicate, evaluator);
    }

    // The one series, or aligned device, to whose scan the server hands a condition; null where it reads several or none, or asks for IS NULL.
    private object? ScanOf(Expression conjunct)
    {
        object? scan = null;
        bool single = true;
        ExpressionKinds.Any(conjunct, inner =>
        {
            single &= inner is not IsNullExpression { IsNot: false };
            if (inner is PathExpression path && source.Find(path) is { } series)
            {
                object own = ScanOf(series);
                single &= scan is null || ReferenceEquals(scan, own);
                scan = own;
            }

            return false;
        });
        return single ? scan : null;
    }

    private static object ScanOf(Series series) => series.Device.IsAligned ? series.Device : series;

    private IEnumerable<Series> SeriesOf(Expression expression) => expression is PathExpression path
        ? (source.Find(path) is { } series ? [series] : [])
        : expression.Children.SelectMany(SeriesOf);

    private int[] SlotsOf(object scan) => [.. source.Series.Index().Where(entry => ReferenceEquals(ScanOf(entry.Item), scan)).Select(static entry => entry.Index)];
}
