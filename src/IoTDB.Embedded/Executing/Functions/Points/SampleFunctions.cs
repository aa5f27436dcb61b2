using System.Security.Cryptography;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>The bucket samples.</summary>
internal static class SampleFunctions
{
    // M4 takes four points of a bucket, so its buckets are four times as large.
    private const int PointsOfM4 = 4;

    public static PointFunction Create(FunctionExpression call, TsDataType type)
    {
        double proportion = FunctionErrors.Number(call, "proportion", 0.1);
        if (proportion is not (> 0 and <= 1))
        {
            SqlErrors.Semantic("Error occurred during inferring UDF data type: \nproportion should be in (0, 1].");
        }

        int size = (int)Math.Min(1 / proportion, int.MaxValue / PointsOfM4);
        return call.Key switch
        {
            "EQUAL_SIZE_BUCKET_M4_SAMPLE" => new BucketFunction(type, type, size * PointsOfM4, (bucket, output) => ChooseFour(bucket, type, output)),
            "EQUAL_SIZE_BUCKET_RANDOM_SAMPLE" => new BucketFunction(
                type, type, size, static (bucket, output) => output.Add(bucket[RandomNumberGenerator.GetInt32(bucket.Count)])),
            "EQUAL_SIZE_BUCKET_OUTLIER_SAMPLE" => OutlierSample.Create(call, type, size),
            _ => Aggregated(call, type, size),
        };
    }

    private static void ChooseFour(List<Point> bucket, TsDataType type, List<Point> output)
    {
        if (bucket.Count <= PointsOfM4)
        {
            output.AddRange(bucket);
            return;
        }

        FourPoints.SelectInside(bucket, type, output);
    }

    private static BucketFunction Aggregated(FunctionExpression call, TsDataType type, int size)
    {
        string kind = (call.Attribute("type") ?? "avg").ToLowerInvariant();
        Func<List<Point>, Value> fold = kind switch
        {
            "avg" => bucket => Value.Of(bucket.Average(point => point.Value.ToDouble(type))),
            "sum" => bucket => Sum(bucket, type),
            "max" => bucket => Best(bucket, type, 1),
            "min" => bucket => Best(bucket, type, -1),
            "extreme" => bucket => Extreme(bucket, type),
            "variance" => bucket =>
            {
                double mean = bucket.Average(point => point.Value.ToDouble(type));
                return Value.Of(bucket.Average(point => Math.Pow(point.Value.ToDouble(type) - mean, 2)));
            },
            _ => SqlErrors.Semantic<Func<List<Point>, Value>>($"Error occurred during inferring UDF data type: \nIllegal aggregation method: {kind}."),
        };
        TsDataType result = kind is "avg" or "variance" ? TsDataType.Double : type;
        return new BucketFunction(type, result, size, (bucket, output) => output.Add(new Point(bucket[0].Time, fold(bucket))));
    }

    private static Value Sum(List<Point> bucket, TsDataType type) => type switch
    {
        TsDataType.Int32 => Value.Of(bucket.Aggregate(0, static (sum, point) => unchecked(sum + point.Value.AsInt))),
        TsDataType.Int64 => Value.Of(bucket.Aggregate(0L, static (sum, point) => unchecked(sum + point.Value.AsLong))),
        TsDataType.Float => Value.Of(bucket.Aggregate(0f, static (sum, point) => sum + point.Value.AsFloat)),
        _ => Value.Of(bucket.Sum(point => point.Value.AsDouble)),
    };

    // The server compares a magnitude with the value it kept, sign included.
    private static Value Extreme(List<Point> bucket, TsDataType type)
    {
        Value extreme = default;
        foreach (Point point in bucket)
        {
            if (Math.Abs(point.Value.ToDouble(type)) > (extreme.IsNull ? 0 : extreme.ToDouble(type)))
            {
                extreme = point.Value;
            }
        }

        return extreme.IsNull ? bucket[0].Value : extreme;
    }

    private static Value Best(List<Point> bucket, TsDataType type, int sign)
    {
        Value best = bucket[0].Value;
        foreach (Point point in bucket)
        {
            if (ValueComparer.Compare(point.Value, best, type) * sign > 0)
            {
                best = point.Value;
            }
        }

        return best;
    }
}
