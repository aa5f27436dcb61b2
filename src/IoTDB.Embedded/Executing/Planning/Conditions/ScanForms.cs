using System.Globalization;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Conditions that the server hands to a scan: a series beside literals, and what AND and OR make of such.</summary>
internal sealed class ScanForms(Func<PathExpression, TsDataType> typeOf, string sql)
{
    /// <summary>Whether a scan can take the condition. The server looks at AND and OR from the left, and no further than needed.</summary>
    public static ScanFit FitOf(Expression expression) => expression switch
    {
        BinaryExpression { Operator.IsLogic: true } logic => FitOf(logic.Left) is var left and not ScanFit.Fits ? left : FitOf(logic.Right),
        UnaryExpression { Operator: UnaryOperator.Not } => ScanFit.Not,
        _ => IsSimple(expression) ? ScanFit.Fits : ScanFit.Misfit,
    };

    /// <summary>Whether a scan takes all of its conditions, which the server keeps in a hash set.</summary>
    public static ScanFit FitOf(IReadOnlyCollection<Expression> conditions)
    {
        foreach (Expression condition in JavaOrder.Sort(conditions, static condition => condition.ToString()))
        {
            if (FitOf(condition) is var fit and not ScanFit.Fits)
            {
                return fit;
            }
        }

        return ScanFit.Fits;
    }

    private static bool IsSimple(Expression expression) => expression switch
    {
        BinaryExpression { Operator.IsComparison: true } comparison =>
            (comparison.Left, comparison.Right) is (PathExpression or TimeExpression, ConstantExpression) or (ConstantExpression, PathExpression or TimeExpression),
        BetweenExpression { Operand: PathExpression or TimeExpression, Low: ConstantExpression, High: ConstantExpression } => true,
        InExpression { Operand: PathExpression or TimeExpression } => true,
        IsNullExpression { IsNot: true, Operand: PathExpression } => true,
        LikeExpression { Operand: PathExpression } => true,
        RegexpExpression { Operand: PathExpression } => true,
        _ => false,
    };

    /// <summary>The condition as the scan reads it: series on the left, literals in the type of the series.</summary>
    public Expression Rewrite(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator.IsLogic: true } logic:
                return logic with { Left = Rewrite(logic.Left), Right = Rewrite(logic.Right) };
            case BinaryExpression { Left: ConstantExpression constant, Right: PathExpression path } reversed:
                return reversed with { Left = path, Right = Fit(constant, path) };
            case BinaryExpression { Left: PathExpression path, Right: ConstantExpression constant } comparison:
                return comparison with { Right = Fit(constant, path) };
            case BetweenExpression { Operand: PathExpression path, Low: ConstantExpression low, High: ConstantExpression high } between:
                return between with { Low = Fit(low, path), High = Fit(high, path) };
            case InExpression { Operand: PathExpression path } membership:
                return membership with { Values = [.. membership.Values.Select(value => Fit(value, path))] };
            default:
                return TimePredicates.AsServer(expression, sql);
        }
    }

    private ConstantExpression Fit(ConstantExpression constant, PathExpression path)
    {
        if (constant.Kind == ConstantKind.Null)
        {
            SqlErrors.Internal(sql, "Unsupported constant value: null");
        }

        TsDataType type = typeOf(path);
        if (!Constants.TryConvert(constant, type, out Value value))
        {
            SqlErrors.Execution($"\"{constant.Text}\" cannot be cast to [{type.Word}]");
        }

        return type switch
        {
            // Of a FLOAT the single nearest to the literal.
            TsDataType.Float => constant with { Kind = ConstantKind.Real, Text = ((double)value.AsFloat).ToString("R", CultureInfo.InvariantCulture) },
            TsDataType.Int32 or TsDataType.Int64 or TsDataType.Timestamp => constant with { Kind = ConstantKind.Integer },
            TsDataType.Text or TsDataType.String => constant with { Kind = ConstantKind.Text },
            _ => constant,
        };
    }
}
