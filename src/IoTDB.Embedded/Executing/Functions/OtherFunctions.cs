using System.Globalization;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>Constants, thresholds and DIFF.</summary>
internal static class OtherFunctions
{
    public static IEnumerable<KeyValuePair<string, ScalarFunction>> All()
    {
        yield return new("CONST", Constant);
        yield return new("DIFF", Difference);
        yield return new("ON_OFF", OnOff);
        yield return new("IN_RANGE", InRange);
    }

    private static MapEvaluator Constant(FunctionExpression call, Evaluator[] arguments)
    {
        string text = FunctionErrors.Attribute(call, "value");
        string type = FunctionErrors.Attribute(call, "type");
        (TsDataType result, Value value) = type switch
        {
            "INT32" => (TsDataType.Int32, Value.Of(Whole<int>(text))),
            "INT64" => (TsDataType.Int64, Value.Of(Whole<long>(text))),
            "FLOAT" => (TsDataType.Float, Value.Of((float)FunctionErrors.Number(call, "value"))),
            "DOUBLE" => (TsDataType.Double, Value.Of(FunctionErrors.Number(call, "value"))),
            "BOOLEAN" => (TsDataType.Boolean, Value.Of(text.Equals("true", StringComparison.OrdinalIgnoreCase))),
            "TEXT" => (TsDataType.Text, Value.Of(text)),
            "STRING" => (TsDataType.String, Value.Of(text)),
            _ => SqlErrors.Semantic<(TsDataType, Value)>($"the given value type {type} is not supported."),
        };
        return new MapEvaluator(result, arguments[0], _ => value);
    }

    private static T Whole<T>(string text)
        where T : System.Numerics.INumber<T> =>
        T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T? value)
            ? value
            : SqlErrors.Semantic<T>($"For input string: \"{text}\"");

    private static DiffEvaluator Difference(FunctionExpression call, Evaluator[] arguments)
    {
        if (call.Arguments.Length != 1)
        {
            SqlErrors.Semantic("Argument exception,the scalar function num must be 1");
        }

        if (!arguments[0].Type.IsNumeric && arguments[0] is not NullEvaluator)
        {
            SqlErrors.Semantic("Input series of Scalar function [DIFF] only supports numeric data types [INT32, INT64, FLOAT, DOUBLE]");
        }

        bool ignoreNull = !string.Equals(call.Attribute("ignoreNull"), "false", StringComparison.OrdinalIgnoreCase);
        return new DiffEvaluator(arguments[0], ignoreNull);
    }

    private static MapEvaluator OnOff(FunctionExpression call, Evaluator[] arguments)
    {
        FunctionErrors.ExpectCount(call, 1);
        FunctionErrors.ExpectNumeric(call, arguments[0]);
        double threshold = FunctionErrors.Number(call, "threshold");
        TsDataType type = arguments[0].Type;
        return new MapEvaluator(TsDataType.Boolean, arguments[0], value => Value.Of(value.ToDouble(type) >= threshold));
    }

    private static MapEvaluator InRange(FunctionExpression call, Evaluator[] arguments)
    {
        FunctionErrors.ExpectCount(call, 1);
        FunctionErrors.ExpectNumeric(call, arguments[0]);
        double lower = FunctionErrors.Number(call, "lower");
        double upper = FunctionErrors.Number(call, "upper");
        FunctionErrors.ExpectParameter(upper >= lower, "Upper can not be smaller than lower.");
        TsDataType type = arguments[0].Type;
        return new MapEvaluator(TsDataType.Boolean, arguments[0], value =>
        {
            double number = value.ToDouble(type);
            return Value.Of(number >= lower && number <= upper);
        });
    }
}
