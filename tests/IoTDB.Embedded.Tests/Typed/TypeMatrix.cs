using Shouldly;

namespace IoTDB.Embedded.Tests.Typed;

/// <summary>A series of every type, and what is answered to values written into each.</summary>
internal static class TypeMatrix
{
    /// <summary>Every type a series can have.</summary>
    public static IReadOnlyList<TsDataType> Types { get; } =
    [
        TsDataType.Boolean, TsDataType.Int32, TsDataType.Int64, TsDataType.Float, TsDataType.Double,
        TsDataType.Text, TsDataType.String, TsDataType.Blob, TsDataType.Date, TsDataType.Timestamp,
    ];

    /// <summary>What a server answers to a value of every type, whichever request brings it: it is widened, never narrowed.</summary>
    public static IReadOnlyList<string> Widening { get; } =
    [
        "BOOLEAN 200 507 507 507 507 507 507 507 507 507",
        "INT32 507 200 507 507 507 507 507 507 507 507",
        "INT64 507 200 200 507 507 507 507 507 507 200",
        "FLOAT 507 200 507 200 507 507 507 507 507 507",
        "DOUBLE 507 200 200 200 200 507 507 507 507 200",
        "TEXT 507 507 507 507 507 200 200 507 507 507",
        "STRING 507 507 507 507 507 200 200 507 507 507",
        "BLOB 507 507 507 507 507 200 200 200 507 507",
        "DATE 507 507 507 507 507 507 507 507 200 507",
        "TIMESTAMP 507 200 200 507 507 507 507 507 507 200",
    ];

    /// <summary>Creates the series <c>c_BOOLEAN</c> to <c>c_TIMESTAMP</c> of a device, writes each value into each and collects the answers.</summary>
    /// <param name="probe">The connection.</param>
    /// <param name="device">The device.</param>
    /// <param name="values">How many values there are.</param>
    /// <param name="write">Writes one of them into a series; its number is also a fitting time.</param>
    /// <returns>A line a type: its name, and the answers.</returns>
    public static async Task<IReadOnlyList<string>> AnswersAsync(TypedProbe probe, string device, int values, Func<string, int, Task<string>> write)
    {
        var lines = new List<string>();
        foreach (var type in Types)
        {
            var word = type.ToString().ToUpperInvariant();
            (await probe.SqlAsync($"create timeseries {device}.c_{word} {word}")).ShouldBe("200");
            var line = word;
            for (var value = 0; value < values; value++)
            {
                line += " " + await write("c_" + word, value);
            }

            lines.Add(line);
        }

        return lines;
    }
}
