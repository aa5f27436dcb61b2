namespace IoTDB.Benchmarks.Codec;

/// <summary>All cases, in the order of the report.</summary>
internal static class CodecCases
{
    private static readonly string[] s_order =
    [
        "write-mixed", "write-wide", "write-mixed-null10", "write-wide-null10", "write-columns-mixed", "write-columns-wide",
        "read-mixed", "read-wide", "read-mixed-null10", "read-wide-null10", "read-columns-wide", "records", "request", "status",
    ];

    public static IEnumerable<CodecCase> All { get; } =
    [
        .. typeof(CodecCases).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodecCase)) && !type.IsAbstract)
            .Select(type => (CodecCase)Activator.CreateInstance(type)!)
            .OrderBy(codecCase => Array.IndexOf(s_order, codecCase.Name) is >= 0 and int place ? place : s_order.Length)
            .ThenBy(codecCase => codecCase.Name, StringComparer.Ordinal),
    ];
}
