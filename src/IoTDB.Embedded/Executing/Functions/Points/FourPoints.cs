using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>The points of a window that keep its shape: first, lowest, highest and last, each once, in time order.</summary>
internal static class FourPoints
{
    /// <summary>M4's choice; the window's nulls count as rows only. An extreme alike to the first or the last point is not shown twice.</summary>
    public static void Select(IReadOnlyList<Point> window, TsDataType type, List<Point> output)
    {
        Point[] points = [.. window.Where(static point => !point.Value.IsNull)];
        if (points.Length == 0)
        {
            return;
        }

        (int lowest, int highest) = Extremes(points, 0, points.Length, type);
        Value last = points[^1].Value;
        int earlier = Math.Min(lowest, highest);
        int later = Math.Max(lowest, highest);
        output.Add(points[0]);
        if (earlier > 0 && !AreAlike(points[earlier].Value, last, type))
        {
            output.Add(points[earlier]);
        }

        if (later > earlier && !AreAlike(points[later].Value, last, type))
        {
            output.Add(points[later]);
        }

        if (points.Length > 1)
        {
            output.Add(points[^1]);
        }
    }

    /// <summary>The bucket sample's choice: both ends, and the extremes between them; always four points.</summary>
    public static void SelectInside(IReadOnlyList<Point> window, TsDataType type, List<Point> output)
    {
        (int lowest, int highest) = Extremes(window, 1, window.Count - 1, type);
        if (lowest == highest)
        {
            highest = window.Count - 2;
        }

        output.Add(window[0]);
        output.Add(window[Math.Min(lowest, highest)]);
        output.Add(window[Math.Max(lowest, highest)]);
        output.Add(window[^1]);
    }

    private static (int Lowest, int Highest) Extremes(IReadOnlyList<Point> window, int from, int to, TsDataType type)
    {
        int lowest = from, highest = from;
        for (int index = from + 1; index < to; index++)
        {
            if (ValueComparer.IsBelow(window[index].Value, window[lowest].Value, type))
            {
                lowest = index;
            }

            if (ValueComparer.IsBelow(window[highest].Value, window[index].Value, type))
            {
                highest = index;
            }
        }

        return (lowest, highest);
    }

    private static bool AreAlike(Value left, Value right, TsDataType type) =>
        !ValueComparer.IsBelow(left, right, type) && !ValueComparer.IsBelow(right, left, type);
}
