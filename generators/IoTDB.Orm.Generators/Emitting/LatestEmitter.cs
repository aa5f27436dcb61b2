using System.Globalization;
using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the record of newest values.</summary>
internal static class LatestEmitter
{
    /// <summary>Writes the methods that ask for newest values.</summary>
    public static void EmitQueries(SourceWriter writer, DeviceModel model)
    {
        string latest = model.FullName + ".Latest";
        string repository = $"this {Api}IRepository<{model.FullName}> repository";
        string token = "global::System.Threading.CancellationToken ct = default";
        writer.Line($$"""

            /// <summary>The newest value of each measurement of a device, each with its own time; null when it has never had one.</summary>
            /// <param name="repository">Where the device is.</param>
            /// <param name="device">The device.</param>
            /// <param name="ct">Ends the wait.</param>
            public static global::System.Threading.Tasks.Task<{{latest}}?> LatestAsync({{repository}}, {{Api}}DeviceKey<{{model.FullName}}> device, {{token}}) =>
                {{Support}}LatestValues.OneAsync(repository, device, s_all, ToLatest, ct);

            /// <summary>The newest values of every device that fits and has ever had one.</summary>
            /// <param name="repository">Where the devices are.</param>
            /// <param name="devices">The devices.</param>
            /// <param name="ct">Ends the wait.</param>
            public static global::System.Collections.Generic.IAsyncEnumerable<(global::IoTDB.Client.DevicePath Device, {{latest}} Value)> LatestAsync({{repository}}, {{Api}}DeviceSelector<{{model.FullName}}> devices, {{token}}) =>
                {{Support}}LatestValues.ManyAsync(repository, devices, s_all, ToLatest, ct);

            """);
        using (writer.Indent($"private static {latest} ToLatest({Support}LatestCells cells) => new("))
        {
            for (int i = 0; i < model.Measurements.Count; i++)
            {
                MeasurementModel measurement = model.Measurements[i];
                string method = measurement.Value.IsReference ? "Object" : "Value";
                writer.Line($"cells.{method}({i.ToString(CultureInfo.InvariantCulture)}, s_columns.{measurement.Property.Escaped()}){(i < model.Measurements.Count - 1 ? "," : ");")}");
            }
        }
    }

    // Columns of instants have one type, whatever the property has.
    private static string Type(MeasurementModel measurement) =>
        measurement.Value.Kind == ValueKind.DateTime ? "global::System.DateTimeOffset" : measurement.Value.Type;

    public static void Emit(SourceWriter writer, DeviceModel model)
    {
        writer.Line("/// <summary>The newest value of each measurement, each with its own time; null where there has never been one.</summary>");
        foreach (MeasurementModel measurement in model.Measurements)
        {
            writer.Line($"/// <param name=\"{measurement.Property}\">{Literal.Documentation(ColumnsEmitter.Summary(measurement))}</param>");
        }

        writer.Line(TypeMarks);
        using (writer.Indent("public sealed record Latest("))
        {
            for (int i = 0; i < model.Measurements.Count; i++)
            {
                MeasurementModel measurement = model.Measurements[i];
                writer.Line($"{Api}Timed<{Type(measurement)}>? {measurement.Property.Escaped()}{(i < model.Measurements.Count - 1 ? "," : ");")}");
            }
        }
    }
}
