using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>EQUAL_SIZE_BUCKET_OUTLIER_SAMPLE: of each bucket the points that stand out most, in time order.</summary>
/// <remarks>
/// <c>avg</c>: distance from the bucket's mean. Of the inner points: <c>stendis</c>, distance from the line through both ends; <c>cos</c>, how
/// sharply the line turns there; <c>prenextdis</c>, distance to both neighbours.
/// </remarks>
internal static class OutlierSample
{
    private const long DefaultNumber = 3;

    public static PointFunction Create(FunctionExpression call, TsDataType type, int size)
    {
        string kind = (call.Attribute("type") ?? "avg").ToLowerInvariant();
        long number = FunctionErrors.Whole(call, "number", DefaultNumber);
        FunctionErrors.ExpectParameter(
            kind is "avg" or "stendis" or "cos" or "prenextdis", "Illegal outlier method. Outlier type should be avg, stendis, cos or prenextdis.");
        FunctionErrors.ExpectParameter(number > 0, "Illegal number. Number should be greater than 0.");
        int count = (int)Math.Min(number, int.MaxValue / size);
        return new BucketFunction(type, type, size * count, (bucket, output) => Choose(bucket, type, kind, count, output));
    }

    private static void Choose(List<Point> bucket, TsDataType type, string kind, int count, List<Point> output)
    {
        bool wantsInner = kind != "avg";
        if (bucket.Count <= count || (wantsInner && bucket.Count <= count + 2))
        {
            // Too few to choose from.
            int skipped = wantsInner && bucket.Count == count + 2 ? 1 : 0;
            output.AddRange(bucket.Skip(skipped).Take(count));
            return;
        }

        Func<int, double> weight = kind switch
        {
            "avg" => FromMean(bucket, type),
            "stendis" => FromLine(bucket, type),
            "cos" => index => -Turn(bucket, type, index),
            _ => index => Reach(bucket, type, index),
        };
        JavaHeap<(int Index, double Weight)> kept = new(static (left, right) => left.Weight.CompareTo(right.Weight));
        for (int index = wantsInner ? 1 : 0; index < bucket.Count - (wantsInner ? 1 : 0); index++)
        {
            double own = weight(index);
            if (kept.Count >= count)
            {
                if (!(own > kept.Peek().Weight))
                {
                    continue;
                }

                kept.Poll();
            }

            kept.Add((index, own));
        }

        output.AddRange(kept.Items.Select(static item => item.Index).Order().Select(index => bucket[index]));
    }

    private static Func<int, double> FromMean(List<Point> bucket, TsDataType type)
    {
        double mean = bucket.Sum(point => point.Value.ToDouble(type)) / bucket.Count;
        return index => Math.Abs(bucket[index].Value.ToDouble(type) - mean);
    }

    private static Func<int, double> FromLine(List<Point> bucket, TsDataType type)
    {
        double startTime = bucket[0].Time, endTime = bucket[^1].Time;
        double start = bucket[0].Value.ToDouble(type), end = bucket[^1].Value.ToDouble(type);
        double a = start - end, b = endTime - startTime;
        double c = (startTime * end) - (endTime * start);
        double length = Math.Sqrt((a * a) + (b * b));
        return index => Math.Abs((a * bucket[index].Time) + (b * bucket[index].Value.ToDouble(type)) + c) / length;
    }

    // The cosine of the angle between the ways in and out.
    private static double Turn(List<Point> bucket, TsDataType type, int index)
    {
        (double inTime, double inValue) = Step(bucket, type, index - 1);
        (double outTime, double outValue) = Step(bucket, type, index);
        return ((inTime * outTime) + (inValue * outValue)) /
            (Math.Sqrt((inTime * inTime) + (inValue * inValue)) * Math.Sqrt((outTime * outTime) + (outValue * outValue)));
    }

    private static double Reach(List<Point> bucket, TsDataType type, int index)
    {
        (double inTime, double inValue) = Step(bucket, type, index - 1);
        (double outTime, double outValue) = Step(bucket, type, index);
        return Math.Abs(inTime) + Math.Abs(inValue) + Math.Abs(outTime) + Math.Abs(outValue);
    }

    private static (double Time, double Value) Step(List<Point> bucket, TsDataType type, int index) =>
        (bucket[index + 1].Time - bucket[index].Time, bucket[index + 1].Value.ToDouble(type) - bucket[index].Value.ToDouble(type));
}
