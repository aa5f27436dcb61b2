using System.Globalization;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>The parameters of a series' deadband (swinging door), which the embedded store keeps and does not apply.</summary>
internal static class DeadbandRules
{
    /// <summary>The deadband's name as SHOW prints it, or null if the properties ask for none.</summary>
    public static string? NameOf(IReadOnlyDictionary<string, string> properties) =>
        (ValueOf(properties, "loss") ?? ValueOf(properties, "deadband"))?.ToUpperInvariant();

    /// <summary>Refuses parameters that the server refuses.</summary>
    /// <exception cref="StatusException">303 a parameter is missing or out of its range, 305 a time is no integer.</exception>
    public static void Check(string path, IReadOnlyDictionary<string, string> properties)
    {
        if (NameOf(properties) != "SDT")
        {
            return;
        }

        if (ValueOf(properties, "compdev") is not { } deviationText)
        {
            throw Refusal(path, "SDT compression deviation is required");
        }

        if (!double.TryParse(deviationText, NumberStyles.Float, CultureInfo.InvariantCulture, out var deviation))
        {
            throw Refusal(path, "SDT compression deviation formatting error");
        }

        if (deviation < 0)
        {
            throw Refusal(path, "SDT compression deviation cannot be negative");
        }

        var least = TimeOf(path, properties, "compmintime", "minimum") ?? 0;
        var most = TimeOf(path, properties, "compmaxtime", "maximum") ?? long.MaxValue;
        if (most <= least)
        {
            throw Refusal(path, "SDT compression maximum time needs to be greater than compression minimum time");
        }
    }

    private static long? TimeOf(string path, IReadOnlyDictionary<string, string> properties, string key, string which)
    {
        if (ValueOf(properties, key) is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time))
        {
            throw new StatusException(StatusCode.InternalServerError, $"For input string: \"{text}\"");
        }

        return time >= 0 ? time : throw Refusal(path, $"SDT compression {which} time formatting error");
    }

    private static string? ValueOf(IReadOnlyDictionary<string, string> properties, string key) =>
        properties.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;

    private static StatusException Refusal(string path, string reason) =>
        new(StatusCode.IllegalParameter, $"{reason}. Failed to create timeseries for path {path}");
}
