using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Conditions over series that do not exist: the server folds them before it plans.</summary>
/// <remarks>A comparison is false, IS NULL is true; NOT turns a folded condition round. Source: recordings.</remarks>
internal sealed class UnknownSeries(Func<PathExpression, bool> exists)
{
    private static readonly ConstantExpression s_true = new(ConstantKind.Boolean, "true");
    private static readonly ConstantExpression s_false = new(ConstantKind.Boolean, "false");

    /// <summary>The condition without them; a bare one is refused.</summary>
    public Expression Fold(Expression condition)
    {
        bool isValue = condition is PathExpression or FunctionExpression or CastExpression or CaseExpression or ReplaceExpression or SubstringExpression or RoundExpression;
        if (isValue && IsUnknown(condition))
        {
            SqlErrors.Semantic("The output type of the expression in WHERE clause should be BOOLEAN, actual data type: null.");
        }

        bool isNumber = condition is BinaryExpression { Operator.IsArithmetic: true } or UnaryExpression { Operator: UnaryOperator.Negate };
        return isNumber ? condition : FoldCondition(condition);
    }

    /// <summary>True when a value is computed from a series that does not exist.</summary>
    public bool IsUnknown(Expression value) => value is PathExpression path ? !exists(path) : value.Children.Any(IsUnknown);

    /// <summary>True where a series that does not exist stands alone on a side of AND or OR.</summary>
    public bool HasBareOperand(Expression condition) => condition is BinaryExpression { Operator.IsLogic: true } logic &&
        logic.Children.Any(side => side is PathExpression path ? !exists(path) : HasBareOperand(side));

    private Expression FoldCondition(Expression condition)
    {
        switch (condition)
        {
            case BinaryExpression { Operator.IsLogic: true } logic:
                return logic with { Left = FoldCondition(logic.Left), Right = FoldCondition(logic.Right) };
            case UnaryExpression { Operator: UnaryOperator.Not, Operand: PathExpression path } when !exists(path):
                return SqlErrors.Execution<Expression>(PredicatePlanner.Not);
            case UnaryExpression { Operator: UnaryOperator.Not, Operand: ConstantExpression { Kind: ConstantKind.Boolean } literal }:
                return bool.Parse(literal.Text) ? s_false : s_true;
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                Expression operand = FoldCondition(not.Operand);
                return operand is ConstantExpression { Kind: ConstantKind.Boolean } constant && !ReferenceEquals(operand, not.Operand)
                    ? (constant.Text == "true" ? s_false : s_true)
                    : not with { Operand = operand };
            case IsNullExpression isNull when IsUnknown(isNull.Operand):
                return isNull.IsNot ? s_false : s_true;
            default:
                return condition is not PathExpression && IsUnknown(condition) ? s_false : condition;
        }
    }
}
