using System.Globalization;
using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Series schemas of typed requests, which name everything by number.</summary>
internal static class TypedSchemas
{
    /// <summary>A schema from its numbers.</summary>
    /// <exception cref="StatusException">301 a number that stands for nothing, 509 an illegal name.</exception>
    public static SeriesSchema Of(string measurement, int dataType, int encoding, int compressor) => new(
        PathText.Measurement(measurement), Enumerated<TsDataType>(dataType), Enumerated<TsEncoding>(encoding), Enumerated<TsCompression>(compressor));

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
