using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Plans WHERE as 2.0.1-beta does, faults included.</summary>
/// <remarks>
/// That release hands conditions over one series (or one aligned device) to the scan of that series, and there a constant on the left does not
/// mirror the operator, NOT is refused and a literal must fit the type of the series. Conditions it cannot hand over are computed from rows and
/// are right. Source: sql.md rules 5, 21, 22 and recordings.
/// </remarks>
internal sealed class PredicatePlanner(QuerySource source, ExpressionBinder binder, string sql)
{
    private Evaluator? _predicate;

    /// <summary>Times outside can be left unread.</summary>
    public TimeBounds Bounds { get; private set; } = TimeBounds.All;

    /// <summary>The whole condition; null when there is none.</summary>
    public Evaluator? Predicate => _predicate;

    /// <summary>Adds a condition that must hold as well.</summary>
    public void Add(Expression condition)
    {
        CheckRoot(condition, binder.Bind(condition));
        foreach (Expression conjunct in Conjuncts(condition))
        {
            AddConjunct(conjunct);
        }
    }

    private static IEnumerable<Expression> Conjuncts(Expression expression) =>
        expression is BinaryExpression { Operator: BinaryOperator.And } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [expression];

    private void CheckRoot(Expression condition, Evaluator evaluator)
    {
        if (condition is BinaryExpression && !ExpressionKinds.ReadsSeries(condition) && !ExpressionKinds.ReadsTime(condition))
        {
            SqlErrors.Semantic("Constant column is not supported.");
        }

        if (evaluator.Type == TsDataType.Boolean)
        {
            return;
        }

        if (condition is BinaryExpression { Operator.IsArithmetic: true } arithmetic)
        {
            SqlErrors.Internal(sql, $"Unsupported expression type: {NameOf(arithmetic.Operator)}");
        }

        SqlErrors.Semantic($"The output type of the expression in WHERE clause should be BOOLEAN, actual data type: {evaluator.Type.Word}.");
    }

    private static string NameOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "ADDITION",
        BinaryOperator.Subtract => "SUBTRACTION",
        BinaryOperator.Multiply => "MULTIPLICATION",
        BinaryOperator.Divide => "DIVISION",
        _ => "MODULO",
    };

    private void AddConjunct(Expression conjunct)
    {
        if (!ExpressionKinds.ReadsSeries(conjunct))
        {
            conjunct = TimePredicates.AsServer(conjunct);
            Bounds = Bounds.Intersect(TimePredicates.BoundsOf(conjunct));
        }
        else if (IsHandedToScan(conjunct))
        {
            if (ExpressionKinds.Any(conjunct, static inner => inner is UnaryExpression { Operator: UnaryOperator.Not }))
            {
                SqlErrors.Execution("This predicate contains a not! Did you forget to run this predicate through PredicateRemoveNotRewriter? ");
            }

            conjunct = AsScan(conjunct);
        }

        Evaluator evaluator = binder.Bind(conjunct);
        _predicate = _predicate is null ? evaluator : new LogicEvaluator(isAnd: true, _predicate, evaluator);
    }

    private bool IsHandedToScan(Expression conjunct)
    {
        if (!IsScanForm(conjunct))
        {
            return false;
        }

        Series? first = null;
        bool single = true;
        ExpressionKinds.Any(conjunct, inner =>
        {
            if (inner is PathExpression path)
            {
                Series? series = source.Find(path);
                single &= series is not null && (first is null || series == first || (series.Device == first.Device && series.Device.IsAligned));
                first ??= series;
            }

            return false;
        });
        return single;
    }

    private static bool IsScanForm(Expression expression) => expression switch
    {
        PathExpression => true,
        BinaryExpression { Operator.IsLogic: true } logic => IsScanForm(logic.Left) && IsScanForm(logic.Right),
        BinaryExpression { Operator.IsComparison: true } comparison =>
            (comparison.Left, comparison.Right) is (PathExpression, ConstantExpression) or (ConstantExpression, PathExpression),
        BetweenExpression { Operand: PathExpression, Low: ConstantExpression, High: ConstantExpression } => true,
        InExpression { Operand: PathExpression } => true,
        LikeExpression { Operand: PathExpression } => true,
        RegexpExpression { Operand: PathExpression } => true,
        UnaryExpression { Operator: UnaryOperator.Not } not => IsScanForm(not.Operand),
        _ => false,
    };

    private Expression AsScan(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator.IsLogic: true } logic:
                return logic with { Left = AsScan(logic.Left), Right = AsScan(logic.Right) };
            case BinaryExpression { Left: ConstantExpression constant, Right: PathExpression path } reversed:
                return reversed with { Left = path, Right = Fit(constant, path) };
            case BinaryExpression { Left: PathExpression path, Right: ConstantExpression constant } comparison:
                return comparison with { Right = Fit(constant, path) };
            case BetweenExpression { Operand: PathExpression path, Low: ConstantExpression low, High: ConstantExpression high } between:
                return between with { Low = Fit(low, path), High = Fit(high, path) };
            case InExpression { Operand: PathExpression path } membership:
                return membership with { Values = [.. membership.Values.Select(value => Fit(value, path))] };
            default:
                return expression;
        }
    }

    // The literal in the type of the series; of a FLOAT the single nearest to it.
    private ConstantExpression Fit(ConstantExpression constant, PathExpression path)
    {
        if (constant.Kind == ConstantKind.Null)
        {
            SqlErrors.Internal(sql, "Unsupported constant value: null");
        }

        TsDataType type = source.Find(path)!.DataType;
        if (!Constants.TryConvert(constant, type, out Value value))
        {
            SqlErrors.Execution($"\"{constant.Text}\" cannot be cast to [{type.Word}]");
        }

        return type == TsDataType.Float ? constant with { Kind = ConstantKind.Real, Text = Precise(value) } : constant;
    }

    private static string Precise(Value value) => ((double)value.AsFloat).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
