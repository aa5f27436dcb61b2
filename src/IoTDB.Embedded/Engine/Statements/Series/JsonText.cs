using IoTDB.Embedded.Engine.Schema;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>Maps as the server prints them in SHOW TIMESERIES.</summary>
internal static class JsonText
{
    /// <summary>A JSON object in the order of the server's hash map; null if empty.</summary>
    /// <remarks>As in the real server nothing is escaped: a quote within a value makes the text no JSON.</remarks>
    public static string? Of(IReadOnlyDictionary<string, string> map) => map.Count == 0
        ? null
        : "{" + string.Join(',', JavaOrder.SortSized([.. map.Keys], key => key).Select(key => $"\"{key}\":\"{map[key]}\"")) + "}";
}
