using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the record of newest values.</summary>
internal static class LatestEmitter
{
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
                writer.Line($"{Api}Timed<{measurement.Value.Type}>? {measurement.Property.Escaped()}{(i < model.Measurements.Count - 1 ? "," : ");")}");
            }
        }
    }
}
