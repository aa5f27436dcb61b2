using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoTDB.Wire.Generators;

/// <summary>Writes <c>Read</c> and <c>Write</c> of every record marked <c>[ThriftStruct]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ThriftStructGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParseResult> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.ThriftStructAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, token) => Parser.Parse(target, token))
            .WithTrackingName(TrackingNames.Parsed);

        IncrementalValuesProvider<StructModel> models = parsed
            .Select(static (result, _) => result.Model)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Models);

        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.HintName, Emitter.Emit(model)));
        context.RegisterSourceOutput(parsed.Select(static (result, _) => result.Diagnostics), Report);
    }

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticModel> diagnostics)
    {
        foreach (DiagnosticModel diagnostic in diagnostics)
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
