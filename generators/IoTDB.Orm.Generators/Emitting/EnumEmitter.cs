using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the two switches between an enum and its names. A value without a name is its number.</summary>
internal static class EnumEmitter
{
    public static void EmitText(SourceWriter writer, string method, string type, EquatableArray<EnumMember> members)
    {
        writer.Line();
        using (writer.Block($"internal static string {method}({type} value) => value switch", "};"))
        {
            foreach (EnumMember member in members.Where(static member => !member.IsAlias))
            {
                writer.Line($"{type}.{member.Name.Escaped()} => {Literal.Of(member.Name)},");
            }

            writer.Line($"_ => {Support}EnumText.Number(value),");
        }
    }

    public static void EmitValue(SourceWriter writer, string method, string type, EquatableArray<EnumMember> members)
    {
        writer.Line();
        using (writer.Block($"internal static {type} {method}(global::System.ReadOnlySpan<byte> text)"))
        {
            foreach (EnumMember member in members)
            {
                using (writer.Block($"if (global::System.MemoryExtensions.SequenceEqual(text, {Literal.Of(member.Name)}u8))"))
                {
                    writer.Line($"return {type}.{member.Name.Escaped()};");
                }

                writer.Line();
            }

            writer.Line($"return {Support}EnumText.Value<{type}>(text);");
        }
    }
}
