using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the columnar writer: a method a measurement.</summary>
internal static class TabletEmitter
{
    public static void Emit(SourceWriter writer, DeviceModel model)
    {
        writer.Line("/// <summary>Rows of one device to be filled column by column; its memory is pooled and goes back on <c>Dispose</c>.</summary>");
        writer.Line("/// <param name=\"device\">The device.</param>");
        writer.Line("/// <param name=\"rows\">Number of rows.</param>");
        writer.Line(Marks);
        writer.Line($"public static TabletWriter RentTablet({Api}DeviceKey<{model.FullName}> device, int rows) => new(device, rows);");
        writer.Line();
        writer.Line("/// <summary>Columns of one device. What is not set is missing in every row.</summary>");
        writer.Line(TypeMarks);
        using (writer.Block($"public sealed class TabletWriter : {Api}Tablet<{model.FullName}>"))
        {
            writer.Line($"internal TabletWriter({Api}DeviceKey<{model.FullName}> device, int rows)");
            writer.Line("    : base(device, rows)\n{\n}");
            for (int i = 0; i < model.Measurements.Count; i++)
            {
                writer.Line();
                Emit(writer, model.Measurements[i], i);
            }
        }
    }

    private static void Emit(SourceWriter writer, MeasurementModel measurement, int index)
    {
        string type = measurement.Value.Type;
        bool canBeNull = measurement.Value.IsReference;
        string span = $"global::System.ReadOnlySpan<{type}{(canBeNull ? "?" : "")}>";
        string mask = canBeNull ? "" : ", global::System.ReadOnlySpan<bool> isNull = default";
        writer.Line($"/// <summary>Sets {Literal.Documentation(measurement.Name)} of every row{(canBeNull ? "; null is a missing value" : "")}.</summary>");
        writer.Line("/// <param name=\"values\">One value a row.</param>");
        if (!canBeNull)
        {
            writer.Line("/// <param name=\"isNull\">True where the row has no value; empty for none.</param>");
        }

        string arguments = $"{index}, values{(canBeNull ? "" : ", isNull")}";
        writer.Line($"public void Set{measurement.Property}({span} values{mask}) =>");
        writer.Line(Conversions.IsDirect(measurement) || measurement.Value.Kind == ValueKind.DateTimeOffset
            ? $"    SetColumn({arguments});"
            : $"    {(canBeNull ? "SetConvertedObjects" : "SetConverted")}<{type}, {Store(measurement)}>({arguments}, static value => {ToStore(measurement)});");
    }

    // Instants stay instants here: the server's precision is known only when the tablet is sent.
    private static bool IsInstant(MeasurementModel measurement) => measurement.Value.Store is ValueKind.DateTimeOffset or ValueKind.DateTime;

    private static string Store(MeasurementModel measurement) =>
        IsInstant(measurement) ? "global::System.DateTimeOffset" : Conversions.WireType(measurement);

    private static string ToStore(MeasurementModel measurement)
    {
        if (!IsInstant(measurement))
        {
            return Conversions.Store(measurement, "value");
        }

        string stored = measurement.Value.Converter is { } converter ? $"{converter}.ToStore(value)" : "value";
        return measurement.Value.Store == ValueKind.DateTime ? $"{Support}CellWriter.Utc({stored})" : stored;
    }
}
