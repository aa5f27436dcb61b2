using IoTDB.Client;

namespace IoTDB.Orm.Schema;

/// <summary>Paths as the server prints them: canonical nodes joined by dots, some of them in backquotes that may hold dots.</summary>
internal static class PathText
{
    /// <summary>What stands in a pattern for one level of any name.</summary>
    public const string Any = "*";

    /// <summary>Splits the path of a timeseries at its last dot outside quotes.</summary>
    /// <returns>The device in canonical form, and the measurement as users know it, without quotes.</returns>
    /// <exception cref="FormatException">The path has one node only.</exception>
    public static (string Device, string Measurement) SplitSeries(string path)
    {
        string[] nodes = PathParser.Split(path);
        if (nodes.Length < 2)
        {
            throw new FormatException($"{NodeName.Shown(path)} is not the path of a timeseries: it has one node.");
        }

        return (path[..(path.Length - nodes[^1].Length - 1)], NodeName.ToValue(nodes[^1]));
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="ancestor"/> or lies below it.</summary>
    public static bool IsAtOrBelow(string path, string ancestor) =>
        path.StartsWith(ancestor, StringComparison.Ordinal) && (path.Length == ancestor.Length || path[ancestor.Length] == '.');

    /// <summary>Whether a pattern names one path.</summary>
    public static bool IsConcrete(string pattern) => !PathParser.Split(pattern).Contains(Any);
}
