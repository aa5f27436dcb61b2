using System.Globalization;
using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Series schemas of typed requests, which name everything by number.</summary>
internal static class TypedSchemas
{
    /// <summary>A schema of a canonical name from its numbers.</summary>
    /// <exception cref="StatusException">301 a number that stands for nothing, 507 an encoding of no use.</exception>
    public static SeriesSchema Of(string measurement, int dataType, int encoding, int compressor)
    {
        var type = Enumerated<TsDataType>(dataType);

        // DIFF, BITMAP, REGULAR and FREQ still have numbers, and hold no type.
        return encoding is 3 or 5 or 7 or 10
            ? throw new StatusException(StatusCode.MetadataError, string.Create(CultureInfo.InvariantCulture, $"encoding {encoding} does not support {ServerWords.Of(type)}"))
            : new SeriesSchema(measurement, type, Enumerated<TsEncoding>(encoding), Enumerated<TsCompression>(compressor));
    }

    /// <summary>The nodes of a series to be made.</summary>
    /// <exception cref="StatusException">301 no path of the tree, or one that holds no series; 509 not legal nodes.</exception>
    public static string[] SeriesPath(string path)
    {
        var nodes = PathText.Split(path);
        return nodes[0] == "root" && nodes.Length > 1
            ? nodes
            : throw new StatusException(StatusCode.ExecuteStatementError, $"{path} is not a legal path");
    }

    /// <summary>A canonical alias; empty means none.</summary>
    public static string? Alias(string? text) => string.IsNullOrEmpty(text) ? null : PathText.Node(text);

    /// <summary>A map; of a key given twice the last value holds.</summary>
    public static IReadOnlyDictionary<string, string> Map(KeyValuePair<string, string>[]? pairs)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs ?? [])
        {
            map[key] = value;
        }

        return map;
    }

    private static T Enumerated<T>(int number)
        where T : struct, Enum
    {
        var value = number is >= 0 and <= byte.MaxValue ? (T)Enum.ToObject(typeof(T), (byte)number) : default;
        return number is >= 0 and <= byte.MaxValue && Enum.IsDefined(value)
            ? value
            : throw new StatusException(
                StatusCode.ExecuteStatementError,
                string.Create(CultureInfo.InvariantCulture, $"Invalid input: {number}"));
    }
}
