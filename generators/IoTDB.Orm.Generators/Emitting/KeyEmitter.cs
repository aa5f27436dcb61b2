using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes what a codec knows about a row's device and time.</summary>
internal static class KeyEmitter
{
    public static void Emit(SourceWriter writer, DeviceModel model)
    {
        string type = model.FullName;
        writer.Line($"public override {Api}DeviceKey<{type}> KeyOf({type} row) => Device({string.Join(", ", model.Keys.Select(static key => $"row.{key.Property.Escaped()}"))});");
        writer.Line();
        writer.Line($"public override bool SameDevice({type} left, {type} right) => {Same(model, "left", "right")};");
        writer.Line();
        writer.Line($"public override int DeviceHash({type} row) => {Hash(model)};");
        writer.Line();
        writer.Line($"public override long TimeOf({type} row, global::IoTDB.Client.TimeScale scale) => {Time(model, "row")};");
        writer.Line();
        EmitLeadingRun(writer, model);
    }

    private static void EmitLeadingRun(SourceWriter writer, DeviceModel model)
    {
        string time = model.Time.Property.Escaped();
        using (writer.Block($"public override int LeadingRun(global::System.ReadOnlySpan<{model.FullName}> rows, out bool ascending)"))
        {
            writer.Line($$"""
                ascending = true;
                if (rows.IsEmpty)
                {
                    return 0;
                }

                {{model.FullName}} first = rows[0];
                {{TimeType(model)}} latest = first.{{time}};
                """);
            using (writer.Block("for (int i = 1; i < rows.Length; i++)"))
            {
                writer.Line($"{model.FullName} row = rows[i];");
                if (model.Keys.Count > 0)
                {
                    using (writer.Block($"if (!({Same(model, "row", "first")}))"))
                    {
                        writer.Line("return i;");
                    }

                    writer.Line();
                }

                writer.Line($"ascending &= row.{time} >= latest;");
                writer.Line($"latest = row.{time};");
            }

            writer.Line();
            writer.Line("return rows.Length;");
        }
    }

    /// <summary>A row's time in the server's precision.</summary>
    public static string Time(DeviceModel model, string row)
    {
        string time = $"{row}.{model.Time.Property.Escaped()}";
        return model.Time.Kind switch
        {
            TimeKind.DateTimeOffset => $"scale.FromDateTimeOffset({time})",
            TimeKind.DateTime => $"scale.FromDateTime({time})",
            _ => time,
        };
    }

    private static string TimeType(DeviceModel model) => model.Time.Kind switch
    {
        TimeKind.DateTimeOffset => "global::System.DateTimeOffset",
        TimeKind.DateTime => "global::System.DateTime",
        _ => "long",
    };

    private static string Same(DeviceModel model, string left, string right) => model.Keys.Count == 0
        ? "true"
        : string.Join(" && ", model.Keys.Select(key => $"{left}.{key.Property.Escaped()} == {right}.{key.Property.Escaped()}"));

    private static string Hash(DeviceModel model)
    {
        string hash = "0";
        foreach (KeyModel key in model.Keys)
        {
            string value = $"row.{key.Property.Escaped()}";
            hash = hash == "0" ? $"global::System.HashCode.Combine({value})" : $"global::System.HashCode.Combine({hash}, {value})";
        }

        return hash;
    }
}
