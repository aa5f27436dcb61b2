using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions.Elementary;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>Mathematics over one number.</summary>
internal static class MathFunctions
{
    public static IEnumerable<KeyValuePair<string, ScalarFunction>> All()
    {
        (string Name, Func<double, double> Compute)[] functions =
        [
            ("SIN", Math.Sin), ("COS", Math.Cos), ("TAN", Math.Tan), ("ASIN", ArcSine.Asin), ("ACOS", ArcSine.Acos), ("ATAN", ArcTangent.Atan),
            ("SINH", Hyperbolic.Sinh), ("COSH", Hyperbolic.Cosh), ("TANH", Hyperbolic.Tanh), ("DEGREES", x => x * (180.0 / Math.PI)), ("RADIANS", x => x * (Math.PI / 180.0)),
            ("EXP", Math.Exp), ("LN", Math.Log), ("LOG10", CommonLogarithm.Log10), ("SQRT", Math.Sqrt), ("SIGN", Sign), ("CEIL", Math.Ceiling), ("FLOOR", Math.Floor),
        ];
        foreach ((string name, Func<double, double> compute) in functions)
        {
            yield return new(name, (call, arguments) => Numeric(call, arguments, compute));
        }

        yield return new("ABS", Absolute);
        yield return new("PI", (_, arguments) => new MapEvaluator(TsDataType.Double, arguments[0], static _ => Value.Of(Math.PI)));
        yield return new("E", (_, arguments) => new MapEvaluator(TsDataType.Double, arguments[0], static _ => Value.Of(Math.E)));
    }

    private static double Sign(double x) => double.IsNaN(x) || x == 0 ? x : Math.Sign(x);

    private static MapEvaluator Numeric(FunctionExpression call, Evaluator[] arguments, Func<double, double> compute)
    {
        FunctionErrors.ExpectCount(call, 1);
        FunctionErrors.ExpectNumeric(call, arguments[0]);
        TsDataType type = arguments[0].Type;
        return new MapEvaluator(TsDataType.Double, arguments[0], value => Value.Of(compute(value.ToDouble(type))));
    }

    private static MapEvaluator Absolute(FunctionExpression call, Evaluator[] arguments)
    {
        FunctionErrors.ExpectCount(call, 1);
        FunctionErrors.ExpectNumeric(call, arguments[0]);
        TsDataType type = arguments[0].Type;
        return new MapEvaluator(type, arguments[0], value => type switch
        {
            TsDataType.Int32 => Value.Of(value.AsInt < 0 ? unchecked(-value.AsInt) : value.AsInt),
            TsDataType.Int64 => Value.Of(value.AsLong < 0 ? unchecked(-value.AsLong) : value.AsLong),
            TsDataType.Float => Value.Of(Math.Abs(value.AsFloat)),
            _ => Value.Of(Math.Abs(value.AsDouble)),
        });
    }
}
