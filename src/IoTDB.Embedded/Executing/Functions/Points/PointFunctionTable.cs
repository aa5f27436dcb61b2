using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>Functions with rows of their own, by name in upper case.</summary>
internal static class PointFunctionTable
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "TIME_DIFFERENCE", "DIFFERENCE", "NON_NEGATIVE_DIFFERENCE", "DERIVATIVE", "NON_NEGATIVE_DERIVATIVE", "CHANGE_POINTS", "TOP_K", "BOTTOM_K",
        "ZERO_COUNT", "ZERO_DURATION", "NON_ZERO_COUNT", "NON_ZERO_DURATION", "M4",
        "EQUAL_SIZE_BUCKET_M4_SAMPLE", "EQUAL_SIZE_BUCKET_AGG_SAMPLE", "EQUAL_SIZE_BUCKET_OUTLIER_SAMPLE", "EQUAL_SIZE_BUCKET_RANDOM_SAMPLE",
    };

    public static bool Contains(string key) => s_names.Contains(key);

    /// <summary>Makes the function of a call over one argument.</summary>
    public static PointFunction Create(FunctionExpression call, Evaluator argument)
    {
        FunctionErrors.ExpectCount(call, 1);
        TsDataType type = argument.Type;
        switch (call.Key)
        {
            case "CHANGE_POINTS":
                return new ChangePointsFunction(type);
            case "TIME_DIFFERENCE":
                return new DifferenceFunction(DifferenceKind.Time, type);
            case "TOP_K" or "BOTTOM_K":
                FunctionErrors.Expect(call, argument, type is not (TsDataType.Boolean or TsDataType.Blob), "[INT32, INT64, FLOAT, DOUBLE, TEXT, STRING, DATE, TIMESTAMP]");
                long k = FunctionErrors.Whole(call, "k");
                return k is > 0 and <= 1000
                    ? new ExtremesFunction(type, (int)k, call.Key == "TOP_K")
                    : SqlErrors.Semantic<PointFunction>("Error occurred during inferring UDF data type: \nk has to be greater than 0 and less than or equal to 1000.");
        }

        bool takesTruth = call.Key is "ZERO_COUNT" or "ZERO_DURATION" or "NON_ZERO_COUNT" or "NON_ZERO_DURATION";
        if (!takesTruth || type != TsDataType.Boolean)
        {
            FunctionErrors.ExpectNumeric(call, argument);
        }

        return call.Key switch
        {
            "DIFFERENCE" => new DifferenceFunction(DifferenceKind.Value, type),
            "NON_NEGATIVE_DIFFERENCE" => new DifferenceFunction(DifferenceKind.NonNegative, type),
            "DERIVATIVE" => new DifferenceFunction(DifferenceKind.Derivative, type),
            "NON_NEGATIVE_DERIVATIVE" => new DifferenceFunction(DifferenceKind.NonNegativeDerivative, type),
            "ZERO_COUNT" => new ZeroRunFunction(type, ofZeros: true, asDuration: false),
            "ZERO_DURATION" => new ZeroRunFunction(type, ofZeros: true, asDuration: true),
            "NON_ZERO_COUNT" => new ZeroRunFunction(type, ofZeros: false, asDuration: false),
            "NON_ZERO_DURATION" => new ZeroRunFunction(type, ofZeros: false, asDuration: true),
            "M4" => CreateM4(call, type),
            _ => SampleFunctions.Create(call, type),
        };
    }

    private static PointFunction CreateM4(FunctionExpression call, TsDataType type)
    {
        if (call.Attribute("windowSize") is not null)
        {
            long size = FunctionErrors.Whole(call, "windowSize");
            long step = FunctionErrors.Whole(call, "slidingStep", size);
            Positive("windowSize", size, step);
            return new CountM4Function(type, (int)Math.Min(size, int.MaxValue), (int)Math.Min(step, int.MaxValue));
        }

        long interval = FunctionErrors.Whole(call, "timeInterval");
        long slide = FunctionErrors.Whole(call, "slidingStep", interval);
        Positive("timeInterval", interval, slide);
        long? begin = call.Attribute("displayWindowBegin") is null ? null : FunctionErrors.Whole(call, "displayWindowBegin");
        return new TimeM4Function(type, interval, slide, begin, FunctionErrors.Whole(call, "displayWindowEnd", long.MaxValue));
    }

    private static void Positive(string name, long size, long step)
    {
        if (size <= 0)
        {
            SqlErrors.Execution($"Parameter {name}({size}) should be positive.");
        }

        if (step <= 0)
        {
            SqlErrors.Execution($"Parameter slidingStep({step}) should be positive.");
        }
    }
}
