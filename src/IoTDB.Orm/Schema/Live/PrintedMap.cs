namespace IoTDB.Orm.Schema;

/// <summary>Tags and attributes as SHOW TIMESERIES prints them.</summary>
/// <remarks>
/// Looks like a JSON object, but nothing is escaped: <c>{"unit":"C","floor":"2"}</c>. A quote inside a value makes the text ambiguous,
/// which is why <see cref="SchemaModel"/> refuses quotes in names and values of the mapped class. The order is not that of writing.
/// </remarks>
internal static class PrintedMap
{
    private const string Separator = "\",\"";
    private const string Middle = "\":\"";

    /// <summary>The value stored under a key, or null where there is none.</summary>
    public static string? Find(string? printed, string key)
    {
        if (printed is null || printed.Length < 4 || !printed.StartsWith("{\"", StringComparison.Ordinal) || !printed.EndsWith("\"}", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (string entry in printed[2..^2].Split(Separator))
        {
            int middle = entry.IndexOf(Middle, StringComparison.Ordinal);
            if (middle >= 0 && entry.AsSpan(0, middle).SequenceEqual(key))
            {
                return entry[(middle + Middle.Length)..];
            }
        }

        return null;
    }
}
