using System.Text;
using IoTDB.Embedded.Engine.Schema;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>Maps as the server prints them in SHOW TIMESERIES.</summary>
internal static class JsonText
{
    /// <summary>What looks like a JSON object, in the order of the server's hash map; null if empty.</summary>
    public static string? Of(IReadOnlyDictionary<string, string> map)
    {
        if (map.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder("{");
        foreach (var key in JavaOrder.Sort([.. map.Keys], key => key))
        {
            text.Append(text.Length > 1 ? "," : "");
            Append(text, key);
            text.Append(':');
            Append(text, map[key]);
        }

        return text.Append('}').ToString();
    }

    // Quotes and backslashes stay as they are: the server escapes nothing (schema-evolution.md 3, observed).
    private static void Append(StringBuilder text, string value) => text.Append('"').Append(value).Append('"');
}
