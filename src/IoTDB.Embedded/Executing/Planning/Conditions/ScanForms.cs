using System.Globalization;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Conditions that the server hands to a scan: a series beside literals, and what AND and OR make of such.</summary>
internal sealed class ScanForms(Func<PathExpression, TsDataType> typeOf, string sql)
{
    public static bool IsScanForm(Expression expression) => expression switch
    {
        PathExpression => true,
        BinaryExpression { Operator.IsLogic: true } logic => IsScanForm(logic.Left) && IsScanForm(logic.Right),
        BinaryExpression { Operator.IsComparison: true } comparison =>
            (comparison.Left, comparison.Right) is (PathExpression, ConstantExpression) or (ConstantExpression, PathExpression),
        BetweenExpression { Operand: PathExpression, Low: ConstantExpression, High: ConstantExpression } => true,
        InExpression { Operand: PathExpression } => true,
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
                return expression;
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
