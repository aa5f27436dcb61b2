using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Which types operators take. Source: sql.md section 2.5.</summary>
internal static class TypeRules
{
    private const string Numbers = "INT32, INT64, FLOAT, DOUBLE";

    public static void ExpectNumeric(Expression expression, Evaluator evaluator) =>
        Expect(evaluator.Type.IsNumeric, expression, evaluator, Numbers);

    public static void ExpectBoolean(Expression expression, Evaluator evaluator) =>
        Expect(evaluator.Type == TsDataType.Boolean, expression, evaluator, "BOOLEAN");

    public static void ExpectText(Expression expression, Evaluator evaluator) =>
        Expect(evaluator.Type.IsText, expression, evaluator, "TEXT, STRING");

    public static bool IsLogical(Expression expression) => expression is BinaryExpression { Operator: { IsLogic: true } or { IsComparison: true } };

    /// <summary>Refuses operands that cannot be compared; a text literal beside a DATE becomes one.</summary>
    public static (Evaluator Left, Evaluator Right) Comparable(
        Expression leftExpression, Evaluator left, Expression rightExpression, Evaluator right, bool isScan)
    {
        if (isScan && left.Type == TsDataType.Date && rightExpression is ConstantExpression { Kind: ConstantKind.Text } rightText)
        {
            return (left, DateOf(rightText, right));
        }

        if (isScan && right.Type == TsDataType.Date && leftExpression is ConstantExpression { Kind: ConstantKind.Text } leftText)
        {
            return (DateOf(leftText, left), right);
        }

        if ((left.Type, right.Type) is (TsDataType.Date, TsDataType.String) or (TsDataType.String, TsDataType.Date))
        {
            // TEXT beside DATE is let through and fails later; STRING is not.
            bool leftIsText = left.Type == TsDataType.String;
            Expect(false, leftIsText ? leftExpression : rightExpression, leftIsText ? left : right, "DATE, TEXT");
        }

        if ((left.Type == TsDataType.Date && right.Type.IsText) || (right.Type == TsDataType.Date && left.Type.IsText))
        {
            RaisingEvaluator raising = new(TsDataType.Date, "Unsupported Type");
            return (raising, raising);
        }

        (string expected, Func<TsDataType, bool> fits) = Family(left.Type, right.Type);
        Expect(fits(left.Type), leftExpression, left, expected);
        Expect(fits(right.Type), rightExpression, right, expected);
        return (left, right);
    }

    /// <summary>A text bound of a DATE as a day; any other as it is.</summary>
    public static Evaluator AsDate(Evaluator operand, Expression boundExpression, Evaluator bound) =>
        operand.Type == TsDataType.Date && boundExpression is ConstantExpression { Kind: ConstantKind.Text } text ? DateOf(text, bound) : bound;

    /// <summary>The server's name for the type of a bound that BETWEEN cannot compare; null where it can.</summary>
    public static string? Misfit(TsDataType operand, TsDataType bound)
    {
        if (bound.IsBinary)
        {
            return operand.IsBinary ? null : "BinaryType";
        }

        if (bound == TsDataType.Boolean)
        {
            return operand == TsDataType.Boolean ? null : "BooleanType";
        }

        return operand.IsBinary ? "BinaryType" : operand == TsDataType.Boolean ? "BooleanType" : null;
    }

    /// <summary>Type of a CASE: all of one kind, or DOUBLE for whatever remains.</summary>
    public static TsDataType CaseType(IReadOnlyList<Evaluator> results)
    {
        Evaluator[] typed = [.. results.Where(result => result is not NullEvaluator)];
        bool anyText = typed.Any(result => result.Type == TsDataType.Text);
        bool anyBoolean = typed.Any(result => result.Type == TsDataType.Boolean);
        if (anyText && typed.Any(result => result.Type != TsDataType.Text))
        {
            SqlErrors.Semantic("CASE expression: TEXT and other types cannot exist at the same time");
        }

        if (anyBoolean && typed.Any(result => result.Type != TsDataType.Boolean))
        {
            SqlErrors.Semantic("CASE expression: BOOLEAN and other types cannot exist at the same time");
        }

        if (typed.Any(result => result.Type.IsBinary) && !anyText)
        {
            SqlErrors.Execution($"CASE expression: {typed.First(result => result.Type.IsBinary).Type.Word} is not supported");
        }

        return anyText ? TsDataType.Text : anyBoolean ? TsDataType.Boolean : TsDataType.Double;
    }

    private static (string Expected, Func<TsDataType, bool> Fits) Family(TsDataType left, TsDataType right)
    {
        bool Either(Func<TsDataType, bool> test) => test(left) || test(right);
        if (Either(static type => type == TsDataType.Boolean))
        {
            return ("BOOLEAN", static type => type == TsDataType.Boolean);
        }

        if (Either(static type => type.IsText))
        {
            return ("TEXT, STRING", static type => type.IsText);
        }

        if (Either(static type => type == TsDataType.Blob))
        {
            return ("BLOB", static type => type == TsDataType.Blob);
        }

        if (Either(static type => type == TsDataType.Date))
        {
            return ("DATE", static type => type == TsDataType.Date);
        }

        return Either(static type => type == TsDataType.Timestamp)
            ? ("INT64, TIMESTAMP", static type => type is TsDataType.Int64 or TsDataType.Timestamp)
            : (Numbers, static type => type.IsNumeric);
    }

    private static Evaluator DateOf(ConstantExpression text, Evaluator otherwise) => DateText.TryParse(text.Text, out int date)
        ? new ConstantEvaluator(TsDataType.Date, Value.Of(date))
        : new RaisingEvaluator(otherwise.Type == TsDataType.Date ? otherwise.Type : TsDataType.Date, "Invalid date format. Please use YYYY-MM-DD format.");

    private static void Expect(bool fits, Expression expression, Evaluator evaluator, string expected)
    {
        if (!fits && evaluator is not NullEvaluator)
        {
            SqlErrors.Semantic(
                $"Invalid input expression data type. expression: {expression}, actual data type: {evaluator.Type.Word}, expected data type(s): [{expected}].");
        }
    }
}
