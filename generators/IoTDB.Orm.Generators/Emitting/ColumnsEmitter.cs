using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the column set that query lambdas see.</summary>
internal static class ColumnsEmitter
{
    public static void Emit(SourceWriter writer, DeviceModel model)
    {
        writer.Line("/// <summary>The columns of a query: only what the server can do with each of them.</summary>");
        writer.Line(TypeMarks);
        using (writer.Block("public sealed class Columns"))
        {
            writer.Line("internal Columns()\n{\n}");
            foreach (MeasurementModel measurement in model.Measurements)
            {
                writer.Line();
                writer.Line($"/// <summary>{Literal.Documentation(Summary(measurement))}</summary>");
                writer.Line($"public {Type(measurement)} {measurement.Property.Escaped()} {{ get; }} = {Create(measurement)};");
            }
        }
    }

    /// <summary>What the property's documentation says, or what is stored.</summary>
    public static string Summary(MeasurementModel measurement) => measurement.Summary.Length > 0
        ? measurement.Summary
        : $"Measurement {measurement.Name}, {measurement.DataType.ToString().ToUpperInvariant()}.";

    private static string Type(MeasurementModel measurement)
    {
        ValueModel value = measurement.Value;
        return value.Kind switch
        {
            ValueKind.Boolean => Api + "BoolColumn",
            ValueKind.Text => Api + "TextColumn",
            ValueKind.Bytes => Api + "BlobColumn",
            ValueKind.Date => Api + "DateColumn",
            ValueKind.DateTimeOffset or ValueKind.DateTime => Api + "TimestampColumn",
            ValueKind.EnumNumber or ValueKind.EnumText => $"{Api}Column<{value.Type}>",
            ValueKind.Converted => value.IsReference ? $"{Api}ReferenceColumn<{value.Type}>" : $"{Api}Column<{value.Type}>",
            _ => $"{Api}NumericColumn<{value.Type}>",
        };
    }

    private static string Create(MeasurementModel measurement)
    {
        string name = Literal.Of(measurement.Name);
        string dataType = $"global::IoTDB.TsDataType.{measurement.DataType}";
        return measurement.Value.Kind switch
        {
            ValueKind.Boolean or ValueKind.Bytes or ValueKind.Date or ValueKind.DateTimeOffset or ValueKind.DateTime => $"new({name})",
            ValueKind.EnumNumber or ValueKind.EnumText or ValueKind.Converted => Converted(measurement, name, dataType),
            _ => $"new({name}, {dataType})",
        };
    }

    private static string Converted(MeasurementModel measurement, string name, string dataType)
    {
        ValueModel value = measurement.Value;
        string factory = value is { Kind: ValueKind.Converted, IsReference: true } ? "Reference" : "Value";
        bool isInstant = value.Store is ValueKind.DateTimeOffset or ValueKind.DateTime;
        string store = isInstant ? "global::System.DateTimeOffset" : Conversions.WireType(measurement);
        string toStore = isInstant ? Instant(value, $"{value.Converter}.ToStore(value)") : Conversions.Store(measurement, "value");
        string fromStore = isInstant
            ? $"{value.Converter}.FromStore({(value.Store == ValueKind.DateTime ? "stored.UtcDateTime" : "stored")})"
            : value.Store == ValueKind.EnumText ? Conversions.Load(measurement, "global::System.Text.Encoding.UTF8.GetBytes(stored)") : Conversions.Load(measurement, "stored");
        return $"{Support}ConvertedColumns.{factory}<{value.Type}, {store}>({name}, {dataType}, static value => {toStore}, static stored => {fromStore})";
    }

    private static string Instant(ValueModel value, string stored) =>
        value.Store == ValueKind.DateTime ? $"{Support}CellWriter.Utc({stored})" : stored;
}
