using System.Collections.Immutable;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>Series definitions of statements as the catalog takes them.</summary>
internal static class Definitions
{
    /// <summary>The schema a definition stands for, defaults filled in.</summary>
    public static SeriesSchema ToSchema(this SeriesDefinition definition) => new(
        definition.Name,
        definition.DataType,
        definition.Encoding ?? Encodings.Default(definition.DataType),
        definition.Compression ?? TsCompression.Lz4)
    {
        Alias = definition.Alias,
        Tags = ToMap(definition.Tags),
        Attributes = ToMap(definition.Attributes),
        Properties = ToMap(definition.Properties, key => key.ToLowerInvariant()),
    };

    // Of a key given twice the last value holds, as in the server's maps.
    private static Dictionary<string, string> ToMap(ImmutableArray<KeyValuePair<string, string>> pairs, Func<string, string>? keyOf = null)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            map[keyOf?.Invoke(key) ?? key] = value;
        }

        return map;
    }
}
