using System.Globalization;
using System.Numerics;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>Refusals that functions share: number and types of arguments, attributes.</summary>
internal static class FunctionErrors
{
    private const string Inferring = "Error occurred during inferring UDF data type: \n";

    public static void Unknown(FunctionExpression call)
    {
        if (PointFunctionTable.Contains(call.Key))
        {
            // Only the select list may make rows.
            SqlErrors.Execution("Filter can not contain Non-Mappable UDF");
        }

        SqlErrors.Semantic(
        $"{Inferring}org.apache.iotdb.udf.api.exception.UDFException: Failed to reflect UDF instance, because UDF {call.Key} has not been registered.");
    }

    /// <summary>What is noticed while the type of a call is found out.</summary>
    public static SqlException Inferred(string message) => new(StatusCode.SemanticError, Inferring + message);

    public static void ExpectCount(FunctionExpression call, int count)
    {
        if (call.Arguments.Length != count)
        {
            SqlErrors.Semantic($"{Inferring}the number of the input series is not correct. expected: {count}, actual: {call.Arguments.Length}.");
        }
    }

    public static void ExpectNumeric(FunctionExpression call, Evaluator argument) =>
        Expect(call, argument, argument.Type.IsNumeric, "[INT32, INT64, FLOAT, DOUBLE]");

    public static void ExpectText(FunctionExpression call, Evaluator argument) =>
        Expect(call, argument, argument.Type.IsText, "[TEXT, STRING]");

    /// <summary>Older functions of text do not know STRING.</summary>
    public static void ExpectOldText(FunctionExpression call, Evaluator argument) =>
        Expect(call, argument, argument.Type == TsDataType.Text, "TEXT");

    public static void Expect(FunctionExpression call, Evaluator argument, bool fits, string expected)
    {
        if (!fits && argument is not NullEvaluator)
        {
            SqlErrors.Semantic($"{Inferring}the data type of the input series of {call.Name} is not valid. expected: {expected}. actual: {argument.Type.Word}.");
        }
    }

    /// <summary>Refuses attributes that contradict each other or the function.</summary>
    public static void ExpectParameter(bool fits, string message)
    {
        if (!fits)
        {
            SqlErrors.Semantic($"{Inferring}org.apache.iotdb.udf.api.exception.UDFParameterNotValidException: {message}");
        }
    }

    /// <summary>An attribute the function cannot do without.</summary>
    public static string Attribute(FunctionExpression call, string key) =>
        call.Attribute(key) ?? SqlErrors.Semantic<string>($"{Inferring}attribute \"{key}\" is required but was not provided.");

    /// <summary>An attribute that is a number.</summary>
    public static double Number(FunctionExpression call, string key, double? otherwise = null) => Parse(call, key, otherwise, NumberStyles.Float);

    /// <summary>An attribute that is a whole number.</summary>
    public static long Whole(FunctionExpression call, string key, long? otherwise = null) => Parse(call, key, otherwise, NumberStyles.AllowLeadingSign);

    private static T Parse<T>(FunctionExpression call, string key, T? otherwise, NumberStyles style)
        where T : struct, INumberBase<T>
    {
        string? text = call.Attribute(key);
        if (text is null && otherwise is { } fallback)
        {
            return fallback;
        }

        text ??= Attribute(call, key);
        return T.TryParse(text, style, CultureInfo.InvariantCulture, out T value)
            ? value
            : SqlErrors.Semantic<T>($"{Inferring}For input string: \"{text}\"");
    }
}
