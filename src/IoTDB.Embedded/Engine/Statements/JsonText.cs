using System.Globalization;
using System.Text;
using IoTDB.Embedded.Engine.Schema;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>Maps as the server prints them in SHOW TIMESERIES.</summary>
internal static class JsonText
{
    /// <summary>A JSON object in the order of the server's hash map; null if empty.</summary>
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

    private static void Append(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"' or '\\':
                    text.Append('\\').Append(character);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ' or '\u2028' or '\u2029':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        text.Append('"');
    }
}
