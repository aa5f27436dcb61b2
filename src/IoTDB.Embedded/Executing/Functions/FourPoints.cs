using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>The points of a window that keep its shape: first, last, lowest and highest, each once, in time order.</summary>
internal static class FourPoints
{
    public static void Select(IReadOnlyList<Point> window, TsDataType type, List<Point> output)
    {
        if (window.Count == 0)
        {
            return;
        }

        int lowest = 0, highest = 0;
        for (int index = 1; index < window.Count; index++)
        {
            if (ValueComparer.Compare(window[index].Value, window[lowest].Value, type) < 0)
            {
                lowest = index;
            }

            if (ValueComparer.Compare(window[index].Value, window[highest].Value, type) > 0)
            {
                highest = index;
            }
        }

        SortedSet<int> chosen = [0, lowest, highest, window.Count - 1];
        foreach (int index in chosen)
        {
            output.Add(window[index]);
        }
    }
}
