namespace IoTDB.Orm.Tests.Suite;

/// <summary>Text that tries to leave its quotes, or that a careless renderer would break.</summary>
internal static class OddText
{
    /// <summary>Values of key properties, all different devices.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "plain", "with.dot", "a.b.c", "with space", " ", "it's", "\"double\"", "back`quote", "``", "`quoted`", "1", "007", "1e3", "3.5", "1d",
        "12h", "select", "last", "null", "温度", "Ünïcödé", "я", "emoji 🚀", "-", "a-b", "a/b", "a\\b", "a;b",
        "'; DROP DATABASE root.orm_suite; --", "x) OR (1=1", "${1}", "::", "#", "@", "Plain", "PLAIN", ".", "..", "a,b", "(", "[0, 1)",
    ];

    /// <summary>Values of text cells, all different.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "plain", "it's", "''", "'", "\"", "a\\", "\\", "\\'", "50%", "50_", "5%0", "_", "%", "%%", "a%b_c\\d", "`", "line\nbreak", "tab\t",
        "'; DROP DATABASE root.orm_suite; --", "' OR '1'='1", "x' ESCAPE '\\", "温度", "я", "emoji 🚀", "null", "true", "1", " leading", "trailing ",
        "-- remark", "/* remark */", ";", "${1}", "\\u0041", "a\r\nb", "NaN",
    ];
}
