using System.Globalization;
using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the reader: one pass over a block with a cursor a column.</summary>
internal static class ReadEmitter
{
    public static void Emit(SourceWriter writer, DeviceModel model)
    {
        using (writer.Block($"public override void Read(ref {Support}BlockReader<{model.FullName}> block, global::System.Span<{model.FullName}> rows)"))
        {
            if (UsesScale(model))
            {
                writer.Line("global::IoTDB.Client.TimeScale scale = block.Scale;");
            }

            writer.Line($"{Support}FixedCells times = block.Times;");
            for (int i = 0; i < model.Measurements.Count; i++)
            {
                MeasurementModel column = model.Measurements[i];
                string kind = column.IsFixed ? "Fixed" : "Variable";
                string method = column.IsNullable || column.DefaultOnNull ? kind : "Required" + kind;
                writer.Line($"{Support}{kind}Cells {Conversions.Local(column)}Cells = block.{method}({i.ToString(CultureInfo.InvariantCulture)});");
            }

            if (model.Keys.Count > 0)
            {
                writer.Line($"{Support}DeviceCells<{model.FullName}> devices = block.Devices;");
                foreach (KeyModel key in model.Keys)
                {
                    writer.Line($"{key.Type} {Local(key)} = default({key.Type})!;");
                }
            }

            using (writer.Block("for (int i = 0; i < rows.Length; i++)"))
            {
                EmitKeys(writer, model);
                EmitRow(writer, model);
            }
        }
    }

    private static bool UsesScale(DeviceModel model) => model.Time.Kind != TimeKind.Ticks
        || model.Measurements.Any(static measurement => measurement.Value.Store is ValueKind.DateTimeOffset or ValueKind.DateTime);

    private static void EmitKeys(SourceWriter writer, DeviceModel model)
    {
        if (model.Keys.Count == 0)
        {
            return;
        }

        using (writer.Block("if (devices.Next(i))"))
        {
            for (int i = 0; i < model.Keys.Count; i++)
            {
                string index = i.ToString(CultureInfo.InvariantCulture);
                writer.Line($"{Local(model.Keys[i])} = " + model.Keys[i].Kind switch
                {
                    KeyKind.Text => $"devices.Text({index});",
                    KeyKind.Integer => $"devices.Integer<{model.Keys[i].Type}>({index});",
                    _ => $"ValueOf{model.Keys[i].Property}(global::System.Text.Encoding.UTF8.GetBytes(devices.Text({index})));",
                });
            }
        }

        writer.Line();
    }

    private static void EmitRow(SourceWriter writer, DeviceModel model)
    {
        var values = model.Measurements.ToDictionary(static column => column.Property, Read, StringComparer.Ordinal);
        values.Add(model.Time.Property, Time(model));
        foreach (KeyModel key in model.Keys)
        {
            values.Add(key.Property, Local(key));
        }

        string arguments = string.Join(", ", model.ConstructorArguments.Select(argument => $"{argument.Parameter}: {Parenthesised(values[argument.Property])}"));
        string create = $"rows[i] = new {model.FullName}({arguments})";
        if (model.Initializers.Count == 0)
        {
            writer.Line(create + ";");
            return;
        }

        using (writer.Block(create, "};"))
        {
            foreach (string property in model.Initializers)
            {
                writer.Line($"{property.Escaped()} = {values[property]},");
            }
        }
    }

    private static string Read(MeasurementModel column) => column.IsFixed
        ? Conversions.ReadFixed(column, Conversions.Local(column) + "Cells")
        : Conversions.ReadVariable(column, Conversions.Local(column) + "Cells");

    private static string Time(DeviceModel model) => model.Time.Kind switch
    {
        TimeKind.DateTimeOffset => "scale.ToDateTimeOffset(times.Int64(i))",
        TimeKind.DateTime => "scale.ToDateTimeOffset(times.Int64(i)).UtcDateTime",
        _ => "times.Int64(i)",
    };

    private static string Parenthesised(string expression) => expression.Contains(" ? ") ? $"({expression})" : expression;

    private static string Local(KeyModel key) => key.Parameter.TrimStart('@') + "Key";
}
