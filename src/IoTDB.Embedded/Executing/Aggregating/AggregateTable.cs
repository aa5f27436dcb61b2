using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>Aggregate functions: their names, their types, their refusals. Source: sql.md section 5.5.</summary>
internal static class AggregateTable
{
    private const string Numeric =
        "Aggregate functions [AVG, SUM, EXTREME, STDDEV, STDDEV_POP, STDDEV_SAMP, VARIANCE, VAR_POP, VAR_SAMP] only support numeric data types [INT32, INT64, FLOAT, DOUBLE]";

    private const string Comparable =
        "Aggregate functions [MIN_VALUE, MAX_VALUE] only support data types [INT32, INT64, FLOAT, DOUBLE, STRING, DATE, TIMESTAMP]";

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "COUNT", "COUNT_TIME", "COUNT_IF", "SUM", "AVG", "STDDEV", "STDDEV_SAMP", "STDDEV_POP", "VARIANCE", "VAR_SAMP", "VAR_POP", "EXTREME",
        "MIN_VALUE", "MAX_VALUE", "FIRST_VALUE", "LAST_VALUE", "MIN_TIME", "MAX_TIME", "TIME_DURATION", "MODE", "MAX_BY", "MIN_BY",
    };

    public static bool IsAggregate(Expression expression) => expression is FunctionExpression call && s_names.Contains(call.Key);

    /// <summary>True for what the server can compute from the statistics of its files.</summary>
    public static bool HasStatistics(string key) => key is "COUNT" or "SUM" or "AVG" or "EXTREME" or "MIN_VALUE" or "MAX_VALUE" or "FIRST_VALUE"
        or "LAST_VALUE" or "MIN_TIME" or "MAX_TIME" or "TIME_DURATION";

    /// <summary>How many of a call's arguments are read from rows; COUNT_IF's second is its threshold.</summary>
    public static int InputsOf(FunctionExpression call) => call.Key is "MAX_BY" or "MIN_BY" ? 2 : 1;

    /// <summary>Refuses a call with the wrong number of arguments.</summary>
    public static void CheckArguments(FunctionExpression call)
    {
        int expected = call.Key is "MAX_BY" or "MIN_BY" or "COUNT_IF" ? 2 : 1;
        if (call.Arguments.Length != expected)
        {
            SqlErrors.Semantic($"Error size of input expressions. expression: {call}, actual size: {call.Arguments.Length}, expected size: [{expected}].");
        }
    }

    public static AggregateFunction Bind(FunctionExpression call, Evaluator[] inputs, EmbeddedQueryLimits limits)
    {
        TsDataType type = inputs[0].Type;
        switch (call.Key)
        {
            case "COUNT" or "COUNT_TIME":
                return new AggregateFunction(TsDataType.Int64, static () => new CountAccumulator());
            case "COUNT_IF":
                return BindCountIf(call, type);
            case "SUM" or "AVG":
                bool isAverage = call.Key == "AVG";
                Expect(type.IsNumeric, Numeric);
                return new AggregateFunction(TsDataType.Double, () => new SumAccumulator(type, isAverage));
            case "STDDEV" or "STDDEV_SAMP" or "STDDEV_POP" or "VARIANCE" or "VAR_SAMP" or "VAR_POP":
                bool isPopulation = call.Key.EndsWith("POP", StringComparison.Ordinal);
                bool isDeviation = call.Key[0] == 'S';
                Expect(type.IsNumeric, Numeric);
                return new AggregateFunction(TsDataType.Double, () => new VarianceAccumulator(type, isPopulation, isDeviation));
            case "EXTREME":
                Expect(type.IsNumeric, Numeric);
                return new AggregateFunction(type, () => new ExtremeAccumulator(type));
            case "MIN_VALUE" or "MAX_VALUE":
                bool isMax = call.Key == "MAX_VALUE";
                Expect(IsComparable(type), Comparable);
                return new AggregateFunction(type, () => new ExtremumAccumulator(type, isMax));
            case "FIRST_VALUE":
                return new AggregateFunction(type, static () => new EdgeAccumulator(EdgeKind.FirstValue));
            case "LAST_VALUE":
                return new AggregateFunction(type, static () => new EdgeAccumulator(EdgeKind.LastValue));
            case "MIN_TIME":
                return new AggregateFunction(TsDataType.Int64, static () => new EdgeAccumulator(EdgeKind.FirstTime));
            case "MAX_TIME":
                return new AggregateFunction(TsDataType.Int64, static () => new EdgeAccumulator(EdgeKind.LastTime));
            case "TIME_DURATION":
                return new AggregateFunction(TsDataType.Int64, static () => new EdgeAccumulator(EdgeKind.Duration));
            case "MODE":
                return BindMode(type, limits);
            default:
                return BindBy(call, inputs);
        }
    }

    private static AggregateFunction BindMode(TsDataType type, EmbeddedQueryLimits limits)
    {
        // As 2.0.1-beta: the newer types are unknown to it.
        if (type is TsDataType.String or TsDataType.Blob or TsDataType.Date or TsDataType.Timestamp)
        {
            SqlErrors.Execution($"Unknown data type: {type.Word}");
        }

        return new AggregateFunction(type, () => new ModeAccumulator(type, limits.MaxDistinctValues));
    }

    private static AggregateFunction BindCountIf(FunctionExpression call, TsDataType type)
    {
        Expect(type == TsDataType.Boolean, "Input series of Aggregation function [count_if] only supports data type [BOOLEAN]");
        KeepCondition keep = KeepCondition.Parse(call.Arguments[1]);
        bool ignoreNull = !string.Equals(call.Attribute("ignoreNull"), "false", StringComparison.OrdinalIgnoreCase);
        return new AggregateFunction(TsDataType.Int64, () => new CountIfAccumulator(keep, ignoreNull));
    }

    private static AggregateFunction BindBy(FunctionExpression call, Evaluator[] inputs)
    {
        TsDataType by = inputs[1].Type;
        if (!IsComparable(by))
        {
            SqlErrors.Execution($"Unsupported dataType: Unsupported data type in MaxBy/MinBy: {by.Word}");
        }

        bool isMax = call.Key == "MAX_BY";
        return new AggregateFunction(inputs[0].Type, () => new ByAccumulator(by, isMax));
    }

    private static bool IsComparable(TsDataType type) => type.IsNumeric || type is TsDataType.String or TsDataType.Date or TsDataType.Timestamp;

    private static void Expect(bool fits, string message)
    {
        if (!fits)
        {
            SqlErrors.Semantic(message);
        }
    }
}
