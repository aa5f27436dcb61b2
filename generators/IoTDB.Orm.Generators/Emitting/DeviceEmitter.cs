using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the file of one mapped class. A pure function of the model.</summary>
internal static class DeviceEmitter
{
    public static string Emit(DeviceModel model)
    {
        var writer = new SourceWriter();
        writer.Line(Header);
        writer.Line($"[assembly: {Support}DeviceSchema({Literal.Of(SchemaText.Of(model))})]");
        writer.Line();
        SourceWriter.Scope? space = model.Namespace.Length > 0 ? writer.Block($"namespace {model.Namespace}") : null;
        EmitType(writer, model);
        writer.Line();
        QueryEmitter.Emit(writer, model);
        space?.Dispose();
        return writer.ToString();
    }

    private static void EmitType(SourceWriter writer, DeviceModel model)
    {
        var scopes = new Stack<SourceWriter.Scope>();
        foreach (TypeShell container in model.Containers)
        {
            scopes.Push(writer.Block($"{container.Keyword} {container.Name}"));
        }

        using (writer.Block($"{model.Shell.Keyword} {model.Shell.Name} : {Api}IDeviceEntity<{model.FullName}>"))
        {
            EmitModel(writer, model);
            EmitFactories(writer, model);
            ColumnsEmitter.Emit(writer, model);
            writer.Line();
            LatestEmitter.Emit(writer, model);
            writer.Line();
            TabletEmitter.Emit(writer, model);
            writer.Line();
            CodecEmitter.Emit(writer, model);
        }

        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }
    }

    private static void EmitModel(SourceWriter writer, DeviceModel model)
    {
        writer.Line("/// <summary>The mapping of this class: path, measurements, and the code that reads and writes rows.</summary>");
        writer.Line(Marks);
        using (writer.Indent($"public static {Api}DeviceModel<{model.FullName}> Model {{ get; }} = {Api}DeviceModel<{model.FullName}>.Create("))
        {
            string nodes = string.Join(", ", model.Path.Select(static node => $"new({Literal.Of(node.Text)}, {(node.IsKey ? "true" : "false")})"));
            writer.Line($"new {Api}DevicePattern([{nodes}]),");
            writer.Line("new Codec(),");
            writer.Line($"{Literal.Of(SchemaText.Fingerprint(model))},");
            for (int i = 0; i < model.Measurements.Count; i++)
            {
                writer.Line(Measurement(model.Measurements[i]) + (i < model.Measurements.Count - 1 ? "," : ");"));
            }
        }

        writer.Line();
    }

    private static string Measurement(MeasurementModel measurement) =>
        $"new {Api}MeasurementModel({Literal.Of(measurement.Name)}, {Literal.Of(measurement.Property)}, global::IoTDB.TsDataType.{measurement.DataType}, "
        + $"{Member("TsEncoding", measurement.Encoding)}, {Member("TsCompression", measurement.Compression)}, {Literal.Of(measurement.Alias)}, "
        + $"{Texts(measurement.Tags)}, {Texts(measurement.Attributes)}, {(measurement.IsNullable ? "true" : "false")})";

    private static string Member(string type, string? member) => member is null ? "null" : $"global::IoTDB.{type}.{member}";

    private static string Texts(EquatableArray<SeriesText> texts) => texts.Count == 0
        ? $"{Support}SeriesTexts.None"
        : $"{Support}SeriesTexts.Of({string.Join(", ", texts.Select(static text => $"({Literal.Of(text.Key)}, {Literal.Of(text.Value)})"))})";

    private static void EmitFactories(SourceWriter writer, DeviceModel model)
    {
        string path = Literal.Documentation(SchemaText.Path(model));
        writer.Line($"/// <summary>One device of <c>{path}</c>.</summary>");
        foreach (KeyModel key in model.Keys)
        {
            writer.Line($"/// <param name=\"{key.Parameter.TrimStart('@')}\">{Documentation(key)}</param>");
        }

        string parameters = string.Join(", ", model.Keys.Select(static key => $"{key.Type} {key.Parameter}"));
        string values = string.Join(", ", model.Keys.Select(KeyText));
        writer.Line(Marks);
        writer.Line($"public static {Api}DeviceKey<{model.FullName}> Device({parameters}) => Model.Device({values});");
        writer.Line();
        writer.Line($"/// <summary>Devices of <c>{path}</c>; a level left out means any.</summary>");
        foreach (KeyModel key in model.Keys)
        {
            writer.Line($"/// <param name=\"{key.Parameter.TrimStart('@')}\">{Documentation(key)}</param>");
        }

        string parts = string.Join(", ", model.Keys.Select(static key => $"{Api}PathPart {key.Parameter} = default"));
        writer.Line(Marks);
        writer.Line($"public static {Api}DeviceSelector<{model.FullName}> Devices({parts}) => Model.Devices({string.Join(", ", model.Keys.Select(static key => key.Parameter))});");
        writer.Line();
    }

    private static string Documentation(KeyModel key) =>
        Literal.Documentation(key.Summary.Length > 0 ? key.Summary : $"Level {key.Property} of the path.");

    private static string KeyText(KeyModel key) => key.Kind switch
    {
        KeyKind.Text => key.Parameter,
        KeyKind.Integer => $"{Support}KeyText.Of({key.Parameter})",
        _ => $"Codec.TextOf{key.Property}({key.Parameter})",
    };
}
