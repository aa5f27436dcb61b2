using System.Text.Json;

namespace IoTDB.Client;

/// <summary>Compares a row of SHOW TIMESERIES with a definition.</summary>
internal static class SeriesReadBack
{
    /// <summary>Whether the series of the current row is as it was asked for.</summary>
    public static bool IsAsAsked(TimeseriesDefinition asked, ResultSet row) =>
        IsWord(asked.DataType, row.GetString("DataType"))
        && IsWord(asked.EffectiveEncoding, row.GetString("Encoding"))
        && IsWord(asked.EffectiveCompression, row.GetString("Compression"))
        && (asked.Alias is null or "" ? row.GetString("Alias") is null or "" : row.GetString("Alias") == asked.Alias)
        && ArePairs(asked.Tags, row.GetString("Tags"))
        && ArePairs(asked.Attributes, row.GetString("Attributes"));

    // The server's words are the names of ours in capitals; underscores differ.
    private static bool IsWord<T>(T asked, string? found)
        where T : struct, Enum =>
        string.Equals(asked.ToString(), found?.Replace("_", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static bool ArePairs(IReadOnlyDictionary<string, string> asked, string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return asked.Count == 0;
        }

        // The server writes the texts between the quotes as they are, so that what holds a quote itself is no JSON.
        string[] pairs = [.. asked.Select(static pair => $"\"{pair.Key}\":\"{pair.Value}\"")];
        return (json.Length == pairs.Sum(static pair => pair.Length + 1) + 1 && Array.TrueForAll(pairs, pair => json.Contains(pair, StringComparison.Ordinal)))
            || AreEscapedPairs(asked, json);
    }

    private static bool AreEscapedPairs(IReadOnlyDictionary<string, string> asked, string json)
    {
        try
        {
            using JsonDocument found = JsonDocument.Parse(json);
            return found.RootElement.ValueKind == JsonValueKind.Object
                && found.RootElement.EnumerateObject().Count() == asked.Count
                && found.RootElement.EnumerateObject().All(pair => asked.TryGetValue(pair.Name, out string? value) && value == pair.Value.GetString());
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
