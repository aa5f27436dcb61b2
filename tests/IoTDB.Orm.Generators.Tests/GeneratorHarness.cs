using System.Collections.Immutable;
using System.Runtime.Loader;
using IoTDB.Client;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IoTDB.Orm.Generators.Tests;

/// <summary>Builds every compilation of these tests, from a fixed list of references.</summary>
internal static class GeneratorHarness
{
    // The implicit usings of a project, so that samples read like user code.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using IoTDB;
        global using IoTDB.Orm;
        """;

    private static readonly ImmutableArray<MetadataReference> s_references = References();

    /// <summary>A compilation as a project with warnings as errors has it.</summary>
    public static CSharpCompilation Compile(
        string source,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        LanguageVersion version = LanguageVersion.CSharp13,
        params string[] more)
    {
        CSharpParseOptions options = new(version, DocumentationMode.Diagnose);
        IEnumerable<SyntaxTree> trees = new[] { Usings, source }.Concat(more)
            .Select((text, index) => CSharpSyntaxTree.ParseText(text, options, $"Source{index}.cs", System.Text.Encoding.UTF8));
        CSharpCompilationOptions compilation = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(nullable)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithSpecificDiagnosticOptions([new("CS1591", ReportDiagnostic.Suppress), new("CS8019", ReportDiagnostic.Suppress)])
            .WithOptimizationLevel(OptimizationLevel.Release);
        return CSharpCompilation.Create("Sample", trees, s_references, compilation);
    }

    /// <summary>Runs the generator once.</summary>
    public static GeneratorDriverRunResult Run(Compilation compilation) => Driver().RunGenerators(compilation).GetRunResult();

    /// <summary>A driver that remembers what each step made.</summary>
    public static GeneratorDriver Driver(string rootNamespace = "Plant") => CSharpGeneratorDriver.Create(
        [new DeviceGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose),
        optionsProvider: new RootNamespaceOptions(rootNamespace),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with what was generated for it.</summary>
    public static Compilation Generate(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DeviceGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            optionsProvider: new RootNamespaceOptions("Plant"));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        diagnostics.ShouldBeEmpty();
        return output;
    }

    /// <summary>What the compiler says about source and generated code together; nothing, if all is well.</summary>
    public static string Problems(CSharpCompilation compilation) => string.Join(
        "\n",
        Generate(compilation).GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

    /// <summary>Compiles source and generated code and loads the result.</summary>
    public static LoadedSample Load(string source)
    {
        Compilation output = Generate(Compile(source));
        using MemoryStream assembly = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = output.Emit(assembly);
        string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)).ShouldBe("");
        assembly.Position = 0;
        AssemblyLoadContext context = new("Sample", isCollectible: true);
        return new LoadedSample(context, context.LoadFromStream(assembly));
    }

    /// <summary>What the analyzer says about a source, generated code included, in the order of the source.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation)
    {
        CompilationWithAnalyzers analysis = Generate(compilation).WithAnalyzers(
            [new DeviceAnalyzer()],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));
        ImmutableArray<Diagnostic> diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private static ImmutableArray<MetadataReference> References()
    {
        string platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> framework = Directory.EnumerateFiles(platform, "*.dll").Where(static file =>
            Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll") && !name.Contains(".Native.", StringComparison.Ordinal));
        string[] own =
        [
            typeof(DeviceAttribute).Assembly.Location,
            typeof(DevicePath).Assembly.Location,
            typeof(TsDataType).Assembly.Location,
            typeof(IServiceCollection).Assembly.Location,
        ];
        return [.. framework.Concat(own).Select(static file => MetadataReference.CreateFromFile(file))];
    }

    private sealed class RootNamespaceOptions(string rootNamespace) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(rootNamespace);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(string rootNamespace) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.RootNamespace" ? rootNamespace : null;
                return value is not null;
            }
        }
    }
}
