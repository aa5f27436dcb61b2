using IoTDB.Embedded.Engine.Schema;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Devices node by node, ordinal: d1, d1.deep, d10, d2.</summary>
internal static class DeviceOrder
{
    public static List<Device> Sort(IEnumerable<Device> devices)
    {
        List<Device> sorted = [.. devices];
        sorted.Sort(static (left, right) => Compare(left.Nodes, right.Nodes));
        return sorted;
    }

    private static int Compare(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        int shorter = Math.Min(left.Count, right.Count);
        for (int index = 0; index < shorter; index++)
        {
            int order = string.CompareOrdinal(left[index], right[index]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count - right.Count;
    }
}
