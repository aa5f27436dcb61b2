using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the codec: keys, encoder, reader.</summary>
internal static class CodecEmitter
{
    public static void Emit(SourceWriter writer, DeviceModel model)
    {
        writer.Line(TypeMarks);
        using (writer.Block($"private sealed class Codec : {Support}DeviceCodec<{model.FullName}>"))
        {
            KeyEmitter.Emit(writer, model);
            writer.Line();
            EncodeEmitter.Emit(writer, model);
            writer.Line();
            ReadEmitter.Emit(writer, model);
            foreach (MeasurementModel measurement in model.Measurements.Where(static measurement => measurement.Value.Store == ValueKind.EnumText))
            {
                EnumEmitter.EmitText(writer, "TextOf" + measurement.Property, measurement.Value.StoreType, measurement.Value.EnumMembers);
                EnumEmitter.EmitValue(writer, "ValueOf" + measurement.Property, measurement.Value.StoreType, measurement.Value.EnumMembers);
            }

            foreach (KeyModel key in model.Keys.Where(static key => key.Kind == KeyKind.Enum))
            {
                EnumEmitter.EmitText(writer, "TextOf" + key.Property, key.Type, key.EnumMembers);
                EnumEmitter.EmitValue(writer, "ValueOf" + key.Property, key.Type, key.EnumMembers);
            }
        }
    }
}
