using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IoTDB.Wire.Messages;

namespace IoTDB.Conformance.Wire;

/// <summary>Says a message's fields in the words of the recordings' comments.</summary>
internal static class FieldText
{
    // Binary values up to here are written out.
    private const int ShownBytes = 48;

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Names of the IDL that do not follow from ours.
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["ColumnIndexToBlockColumnIndexList"] = "columnIndex2TsBlockColumnIndexList",
        ["StorageGroup"] = "arg2",
        ["StorageGroups"] = "arg2",
    };

    /// <summary>The fields that are there, by their IDL names.</summary>
    public static Dictionary<string, string> Of(object message)
    {
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        if (message is long number)
        {
            fields["result"] = Text(number);
            return fields;
        }

        foreach (PropertyInfo property in Properties(message))
        {
            if (property.GetValue(message) is { } value)
            {
                fields[Name(message, property)] = Text(value);
            }
        }

        return fields;
    }

    // Two names that the same property has elsewhere in another way.
    private static string Name(object message, PropertyInfo property) => (message, property.Name) switch
    {
        (DeleteTimeseriesArguments, nameof(DeleteTimeseriesArguments.Paths)) => "path",
        (InsertRecordRequest, nameof(InsertRecordRequest.ColumnCategories)) => "columnCategoryies",
        _ => Name(property),
    };

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => Quote(text),
        Enum number => Convert.ToInt32(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        ReadOnlyMemory<byte> bytes => Bytes(bytes.Span),
        byte number => ((sbyte)number).ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<KeyValuePair<string, string>> map => Map(map.Select(pair => (pair.Key, Quote(pair.Value)))),
        IEnumerable<KeyValuePair<string, int>> map => Map(map.Select(pair => (pair.Key, Text(pair.Value)))),
        IEnumerable list => "[" + string.Join(", ", list.Cast<object>().Select(Text)) + "]",
        _ => "{" + string.Join(", ", Properties(value)
            .Select(property => (Name: Name(property), Value: property.GetValue(value)))
            .Where(field => field.Value is not null)
            .Select(field => $"{field.Name}={Text(field.Value!)}")) + "}",
    };

    private static string Map(IEnumerable<(string Key, string Value)> pairs) =>
        "{" + string.Join(", ", pairs.Select(pair => $"{Quote(pair.Key)}: {pair.Value}")) + "}";

    private static string Bytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= ShownBytes
            ? $"{bytes.Length} bytes {Convert.ToHexStringLower(bytes)}"
            : $"{bytes.Length} bytes";

    private static string Quote(string text)
    {
        StringBuilder json = new(JsonSerializer.Serialize(text, s_json));

        // The serializer escapes characters beyond the basic plane whatever it is told.
        return System.Text.RegularExpressions.Regex.Replace(
            json.ToString(),
            @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}",
            match => JsonSerializer.Deserialize<string>($"\"{match.Value}\"")!);
    }

    private static IEnumerable<PropertyInfo> Properties(object message) =>
        message.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);

    private static string Name(PropertyInfo property) =>
        s_names.TryGetValue(property.Name, out string? name) ? name : char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
}
