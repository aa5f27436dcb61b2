using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions;
using IoTDB.Embedded.Executing.Functions.Patterns;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Turns an expression into what computes it, and refuses wrong types. Source: sql.md section 2.5.</summary>
internal sealed class ExpressionBinder(ILeafBinder leaves, QueryContext context)
{
    /// <summary>True for conditions the server hands to the scan of a series: its filters know what its expressions get wrong.</summary>
    public bool IsScan { get; init; }

    /// <summary>True beside functions with rows of their own: 2.0.1-beta then computes values by other classes, which know the older types only.</summary>
    public bool IsBesidePoints { get; init; }

    public Evaluator Bind(Expression expression) => expression switch
    {
        ConstantExpression constant => Constants.Evaluator(constant, IsScan),
        TimeExpression => new TimeEvaluator(),
        PathExpression path => leaves.BindPath(path),
        UnaryExpression { Operator: UnaryOperator.Not } not => BindNot(not),
        UnaryExpression negate => BindNegate(negate),
        BinaryExpression { Operator.IsArithmetic: true } arithmetic => BindArithmetic(arithmetic),
        BinaryExpression { Operator.IsLogic: true } logic => BindLogic(logic),
        BinaryExpression comparison => BindComparison(comparison),
        BetweenExpression between => BindBetween(between),
        InExpression membership => BindIn(membership),
        IsNullExpression isNull => BindIsNull(isNull),
        LikeExpression like => BindLike(like),
        RegexpExpression regexp => BindRegexp(regexp),
        CaseExpression choice => BindCase(choice),
        FunctionExpression call => leaves.BindCall(call) ?? BindCall(call),
        _ => BindScalar(expression),
    };

    private Evaluator BindNot(UnaryExpression not)
    {
        Evaluator operand = Bind(not.Operand);
        TypeRules.ExpectBoolean(not.Operand, operand);
        return operand is NullEvaluator ? operand : new NotEvaluator(operand);
    }

    private Evaluator BindNegate(UnaryExpression negate)
    {
        Evaluator operand = Bind(negate.Operand);
        TypeRules.ExpectNumeric(negate.Operand, operand);
        return operand is NullEvaluator ? operand : new NegateEvaluator(operand);
    }

    private Evaluator BindArithmetic(BinaryExpression expression)
    {
        Evaluator left = Bind(expression.Left);
        Evaluator right = Bind(expression.Right);
        TypeRules.ExpectNumeric(expression.Left, left);
        TypeRules.ExpectNumeric(expression.Right, right);
        return left is NullEvaluator || right is NullEvaluator ? new NullEvaluator() : new ArithmeticEvaluator(expression.Operator, left, right);
    }

    private LogicEvaluator BindLogic(BinaryExpression expression)
    {
        Evaluator left = Bind(expression.Left);
        Evaluator right = Bind(expression.Right);
        TypeRules.ExpectBoolean(expression.Left, left);
        TypeRules.ExpectBoolean(expression.Right, right);
        return new LogicEvaluator(expression.Operator == BinaryOperator.And, left, right);
    }

    private Evaluator BindComparison(BinaryExpression expression)
    {
        Evaluator left = Bind(expression.Left);
        Evaluator right = Bind(expression.Right);
        if (left is NullEvaluator || right is NullEvaluator)
        {
            return new NullEvaluator();
        }

        (left, right) = TypeRules.Comparable(expression.Left, left, expression.Right, right, IsScan);
        if (!IsScan && left.Type == TsDataType.Blob && (expression.Left is ConstantExpression || expression.Right is ConstantExpression))
        {
            return new RaisingEvaluator(TsDataType.Boolean, "Binary literal must be in the form X'hexstring'");
        }

        if (IsBesidePoints && NewerTypes.OfComparison(left.Type, right.Type) is { } refusal)
        {
            return refusal;
        }

        if (!IsScan && !IsBesidePoints && left.Type == TsDataType.Boolean && expression.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            return new RaisingEvaluator(TsDataType.Boolean, "Unsupported Type");
        }

        return IsScan && (left.Type.IsReal || right.Type.IsReal)
            ? new ScanComparisonEvaluator(expression.Operator, left, right)
            : new ComparisonEvaluator(expression.Operator, left, right);
    }

    private Evaluator BindBetween(BetweenExpression expression)
    {
        Evaluator operand = Bind(expression.Operand);
        Evaluator low = Bind(expression.Low);
        Evaluator high = Bind(expression.High);
        if (operand is NullEvaluator || low is NullEvaluator || high is NullEvaluator)
        {
            return new NullEvaluator();
        }

        if (IsBesidePoints && NewerTypes.OfComparison(operand.Type, operand.Type) is { } refusal)
        {
            return refusal;
        }

        if (IsScan)
        {
            low = TypeRules.AsDate(operand, expression.Low, low);
            high = TypeRules.AsDate(operand, expression.High, high);
        }
        else if ((TypeRules.Misfit(operand.Type, low.Type) ?? TypeRules.Misfit(operand.Type, high.Type)) is { } misfit)
        {
            return new RaisingEvaluator(TsDataType.Boolean, $"org.apache.tsfile.read.common.type.{misfit}");
        }
        else if (operand.Type == TsDataType.Blob && (expression.Low is ConstantExpression || expression.High is ConstantExpression))
        {
            return new RaisingEvaluator(TsDataType.Boolean, "Binary literal must be in the form X'hexstring'");
        }

        return IsScan && operand.Type.IsReal
            ? new ScanBetweenEvaluator(operand, low, high, expression.IsNot)
            : new BetweenEvaluator(operand, low, high, expression.IsNot);
    }

    private Evaluator BindIn(InExpression expression)
    {
        Evaluator operand = Bind(expression.Operand);
        if (operand is NullEvaluator)
        {
            return operand;
        }

        List<Value> values = [];
        foreach (ConstantExpression constant in expression.Values)
        {
            if (constant.Kind is ConstantKind.Null or ConstantKind.Blob)
            {
                SqlErrors.Internal(context.Sql, $"Unsupported constant value: {constant.Text}");
            }

            if (!Constants.TryConvert(constant, operand.Type, out Value value))
            {
                throw new SqlException(IsScan ? StatusCode.ExecuteStatementError : StatusCode.SemanticError, $"\"{constant.Text}\" cannot be cast to [{operand.Type.Word}]");
            }

            values.Add(value);
        }

        return !IsScan && operand.Type == TsDataType.Date
            ? new RaisingEvaluator(TsDataType.Boolean, "unsupported data type: DATE")
            : new InEvaluator(operand, [.. values], expression.IsNot);
    }

    private IsNullEvaluator BindIsNull(IsNullExpression expression) => new(Bind(expression.Operand), expression.IsNot);

    // In expressions 2.0.1-beta forgets the NOT of LIKE and REGEXP.
    private Evaluator BindLike(LikeExpression expression)
    {
        Evaluator operand = Bind(expression.Operand);
        TypeRules.ExpectText(expression.Operand, operand);
        LikeMatcher matcher = LikeMatcher.Parse(expression.Pattern, expression.Escape);
        return operand is NullEvaluator ? operand : IsStringBesidePoints(operand) ? NewerTypes.OfText(TsDataType.Boolean) : new TextTestEvaluator(operand, matcher.IsMatch, IsScan && expression.IsNot);
    }

    private Evaluator BindRegexp(RegexpExpression expression)
    {
        Evaluator operand = Bind(expression.Operand);
        TypeRules.ExpectText(expression.Operand, operand);
        try
        {
            System.Text.RegularExpressions.Regex pattern = RegularExpressions.Compile(expression.Pattern);
            return operand is NullEvaluator ? operand : IsStringBesidePoints(operand) ? NewerTypes.OfText(TsDataType.Boolean) : new TextTestEvaluator(operand, pattern.IsMatch, IsScan && expression.IsNot);
        }
        catch (ArgumentException error)
        {
            throw SqlErrors.InternalOf(context.Sql, error.Message);
        }
    }

    private CaseEvaluator BindCase(CaseExpression expression)
    {
        Evaluator[] conditions = new Evaluator[expression.Branches.Length];
        Evaluator[] results = new Evaluator[expression.Branches.Length];
        for (int index = 0; index < conditions.Length; index++)
        {
            CaseBranch branch = expression.Branches[index];
            conditions[index] = Bind(branch.When);
            if (conditions[index].Type != TsDataType.Boolean)
            {
                SqlErrors.Semantic($"The expression in the WHEN clause must return BOOLEAN. expression: {branch.When}, actual data type: {conditions[index].Type.Word}.");
            }

            results[index] = Bind(branch.Then);
        }

        Evaluator? otherwise = expression.Otherwise is null ? null : Bind(expression.Otherwise);
        TsDataType type = TypeRules.CaseType(otherwise is null ? results : [.. results, otherwise]);
        return new CaseEvaluator(type, conditions, results, otherwise);
    }

    private Evaluator BindCall(FunctionExpression call)
    {
        if (!FunctionTable.TryFind(call.Key, out ScalarFunction function))
        {
            FunctionErrors.Unknown(call);
        }

        Evaluator[] arguments = [.. call.Arguments.Select(Bind)];
        return arguments.Any(argument => argument is NullEvaluator) ? new NullEvaluator() : function(call, arguments);
    }

    private Evaluator BindScalar(Expression expression)
    {
        Evaluator operand = Bind(expression.Children[0]);
        bool isNothing = operand is NullEvaluator;
        switch (expression)
        {
            case CastExpression cast:
                if (!ServerWords.TryParse(cast.TypeName, out TsDataType type))
                {
                    throw SqlErrors.InternalOf(context.Sql, $"No enum constant org.apache.tsfile.enums.TSDataType.{cast.TypeName.ToUpperInvariant()}");
                }

                if (IsBesidePoints && !isNothing && NewerTypes.OfCast(operand.Type, type) is { } refusal)
                {
                    return refusal;
                }

                return isNothing ? operand : new MapEvaluator(type, operand, Casting.Converter(operand.Type, type, context.Time));
            case RoundExpression round:
                ExpectScalar(isNothing || operand.Type.IsNumeric, "Input series of Scalar function [ROUND] only supports numeric data types [INT32, INT64, FLOAT, DOUBLE]");
                return new MapEvaluator(TsDataType.Double, operand, Rounding.Of(operand.Type, round.Places ?? 0));
            case ReplaceExpression replace:
                ExpectScalar(isNothing || operand.Type.IsText, $"Unsupported data type {operand.Type.Word} for function REPLACE.");
                return !isNothing && IsStringBesidePoints(operand)
                    ? NewerTypes.OfText(TsDataType.Text)
                    : new MapEvaluator(TsDataType.Text, operand, value => Value.Of(Replace(value.AsText, replace.From, replace.To)));
            case SubstringExpression substring:
                ExpectScalar(isNothing || operand.Type.IsText, $"Unsupported data type {operand.Type.Word} for function SUBSTRING.");
                return new MapEvaluator(TsDataType.Text, operand, Substrings.Of(substring.Start, substring.Length));
            default:
                throw new InvalidOperationException($"No binding for {expression.GetType().Name}.");
        }
    }

    private bool IsStringBesidePoints(Evaluator operand) => IsBesidePoints && operand.Type == TsDataType.String;

    // An empty text stands between all characters, as in Java.
    private static string Replace(string text, string from, string to) =>
        from.Length > 0 ? text.Replace(from, to, StringComparison.Ordinal) : to + string.Concat(text.Select(c => c + to));

    private static void ExpectScalar(bool fits, string message)
    {
        if (!fits)
        {
            SqlErrors.Semantic(message);
        }
    }
}
