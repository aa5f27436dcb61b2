using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the method that registers every mapped class of the assembly.</summary>
internal static class RegistrationEmitter
{
    public static string Emit(string name, EquatableArray<string> entries)
    {
        var writer = new SourceWriter();
        writer.Line(Header);
        using (writer.Block("namespace Microsoft.Extensions.DependencyInjection"))
        {
            writer.Line("/// <summary>Registers the mapped classes of this assembly.</summary>");
            writer.Line(TypeMarks);
            using (writer.Block($"public static class {name}ModelRegistration"))
            {
                writer.Line("/// <summary>Adds every mapped class of this assembly: its repository, and its part of the schema.</summary>");
                writer.Line("/// <param name=\"builder\">The data source they belong to.</param>");
                writer.Line("/// <returns>The same builder.</returns>");
                using (writer.Block($"public static {Api}IoTDBBuilder Add{name}Model(this {Api}IoTDBBuilder builder)"))
                {
                    foreach (string entry in entries)
                    {
                        writer.Line($"builder.AddEntity({entry}.Model);");
                    }

                    writer.Line("return builder;");
                }

                writer.Line();
                writer.Line("/// <summary>Lets raw SQL make rows of every mapped class of this assembly.</summary>");
                writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
                writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
                using (writer.Block("internal static void RegisterTypes()"))
                {
                    foreach (string entry in entries)
                    {
                        writer.Line($"{Api}Generated.MappedType.Register<{entry}>();");
                    }
                }
            }
        }

        return writer.ToString();
    }
}
