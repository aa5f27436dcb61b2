namespace IoTDB.Client.Tests.Reliability;

/// <summary>Ids of the contract without a test of their own, and why.</summary>
internal static class Untested
{
    private const string Writer = "the buffered writer's room";
    private const string Migrations = "the migrations' room";

    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["R-10"] = Writer,
        ["R-11"] = "limits are options; the writer's longer one belongs to the writer",
        ["R-12"] = Writer,
        ["R-13"] = "promises nothing",
        ["K-09"] = Writer,
        ["X-06"] = "promises nothing",
        ["F-16"] = "soak: `IoTDB.Soak descriptors`, in CI as well: the whole process must be short of descriptors",
        ["F-99"] = "soak: `IoTDB.Soak starved`, in CI as well: the whole process must be short of threads",
        ["F-56"] = "soak: `IoTDB.Soak kill`, numbers above",
        ["F-82"] = "soak: `IoTDB.Soak node`, numbers above",
    };

    /// <summary>Why an id has no test, or null where there must be one.</summary>
    public static string? ReasonOf(string id) => s_reasons.GetValueOrDefault(id) ?? id[0] switch
    {
        'B' => Writer,
        'M' => Migrations,
        'F' => ReasonOfFault(int.Parse(id.AsSpan(2), null)),
        _ => null,
    };

    // Faults whose promise is shown without them, or which belong to another room.
    private static string? ReasonOfFault(int number) => number switch
    {
        >= 117 and <= 130 => Writer,
        >= 131 and <= 140 => Migrations,
        _ => null,
    };
}
