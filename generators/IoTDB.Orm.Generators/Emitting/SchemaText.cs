using System.Globalization;
using System.Text;

namespace IoTDB.Orm.Generators;

/// <summary>The schema of a class as text for tools that read the assembly without running it: JSON.</summary>
internal static class SchemaText
{
    public static string Of(DeviceModel model)
    {
        var text = new StringBuilder();
        text.Append("{\"type\":").Append(Json(model.DisplayName)).Append(',');
        Append(text, model);
        return text.Append(",\"fingerprint\":").Append(Json(Fingerprint(model))).Append('}').ToString();
    }

    /// <summary>Changes when anything the server has to know changes; the names of class and properties are no part of it.</summary>
    public static string Fingerprint(DeviceModel model)
    {
        var text = new StringBuilder();
        Append(text, model);

        // FNV-1a, 64 bits.
        ulong hash = 14695981039346656037;
        foreach (byte part in Encoding.UTF8.GetBytes(text.ToString()))
        {
            hash = unchecked((hash ^ part) * 1099511628211);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>The path as the attribute has it.</summary>
    public static string Path(DeviceModel model) => string.Join(".", model.Path.Select(static node =>
        node.IsKey ? "{" + node.Text + "}" : node.Text.All(static c => char.IsLetterOrDigit(c) || c == '_') ? node.Text : "`" + node.Text.Replace("`", "``") + "`"));

    private static void Append(StringBuilder text, DeviceModel model)
    {
        int key = 0;
        text.Append("\"path\":[").Append(string.Join(",", model.Path.Select(node => node.IsKey ? "{\"key\":" + (key++).ToString(CultureInfo.InvariantCulture) + "}" : Json(node.Text)))).Append("],\"measurements\":[");
        for (int i = 0; i < model.Measurements.Count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            Append(text, model.Measurements[i]);
        }

        text.Append(']');
    }

    private static void Append(StringBuilder text, MeasurementModel measurement)
    {
        text.Append("{\"name\":").Append(Json(measurement.Name)).Append(",\"type\":").Append(Json(measurement.DataType.ToString().ToUpperInvariant()));
        Append(text, "encoding", measurement.Encoding);
        Append(text, "compression", measurement.Compression);
        Append(text, "alias", measurement.Alias);
        Append(text, "tags", measurement.Tags);
        Append(text, "attributes", measurement.Attributes);
        text.Append('}');
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(",\"").Append(name).Append("\":").Append(Json(value));
        }
    }

    private static void Append(StringBuilder text, string name, EquatableArray<SeriesText> values)
    {
        if (values.Count > 0)
        {
            IEnumerable<string> pairs = values.OrderBy(static value => value.Key, StringComparer.Ordinal).Select(static value => Json(value.Key) + ":" + Json(value.Value));
            text.Append(",\"").Append(name).Append("\":{").Append(string.Join(",", pairs)).Append('}');
        }
    }

    private static string Json(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or (>= '\uD800' and <= '\uDFFF') or '\u2028' or '\u2029' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return text.Append('"').ToString();
    }
}
