using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IoTDB.Wire.Generators.Tests;

/// <summary>Builds every compilation of these tests, from a fixed list of references.</summary>
internal static class GeneratorHarness
{
    // A name that IoTDB.Wire shows its internals to.
    private const string AssemblyName = "IoTDB.Wire.Tests";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using IoTDB.Wire.Thrift;
        """;

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);
    private static readonly ImmutableArray<MetadataReference> s_references = References();

    public static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        AssemblyName,
        [CSharpSyntaxTree.ParseText(Usings, s_options), CSharpSyntaxTree.ParseText(source, s_options)],
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithSpecificDiagnosticOptions([new("CS1591", ReportDiagnostic.Suppress)]));

    /// <summary>A driver that remembers what each step made.</summary>
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ThriftStructGenerator().AsSourceGenerator()],
        parseOptions: s_options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratorDriverRunResult Run(string source) => Driver().RunGenerators(Compile(source)).GetRunResult();

    /// <summary>Replaces the sample's own tree, as an editor does.</summary>
    public static Compilation Edit(Compilation compilation, string source) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Last(), CSharpSyntaxTree.ParseText(source, s_options));

    /// <summary>Compiles source and generated code with warnings as errors, loads it and calls <c>Entry.Run()</c>.</summary>
    public static object? CompileAndRun(string source)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compile(source), out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        diagnostics.ShouldBeEmpty();
        using MemoryStream assembly = new();
        string.Join("\n", output.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)).ShouldBe("");
        assembly.Position = 0;
        AssemblyLoadContext context = new("Sample", isCollectible: true);
        try
        {
            Assembly loaded = context.LoadFromStream(assembly);
            return loaded.GetType("Entry", throwOnError: true)!.GetMethod("Run")!.Invoke(null, []);
        }
        finally
        {
            context.Unload();
        }
    }

    private static ImmutableArray<MetadataReference> References()
    {
        string platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] framework = ["System.Private.CoreLib.dll", "System.Runtime.dll", "System.Memory.dll", "System.Collections.dll", "netstandard.dll"];
        return
        [
            .. framework.Select(file => MetadataReference.CreateFromFile(Path.Combine(platform, file))),
            MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "IoTDB.Wire.dll")),
        ];
    }
}
