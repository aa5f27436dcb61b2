using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the mapping of every class with <c>[Device]</c>. What is wrong with a class is said by <see cref="DeviceAnalyzer"/>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DeviceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<DeviceModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.DeviceAttribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (target, ct) => Parse(target, ct))
            .WithTrackingName(TrackingNames.Parsed)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Models);

        context.RegisterSourceOutput(models, static (output, model) => Emit(output, model));

        IncrementalValueProvider<EquatableArray<string>> entries = models
            .Select(static (model, _) => model.FullName)
            .Collect()
            .Select(static (names, _) => new EquatableArray<string>([.. names.OrderBy(static name => name, StringComparer.Ordinal)]))
            .WithTrackingName(TrackingNames.Entries);
        IncrementalValueProvider<string> name = context.CompilationProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => RegistrationName.Of(pair.Left, pair.Right.GlobalOptions))
            .WithTrackingName(TrackingNames.Registration);
        context.RegisterSourceOutput(entries.Combine(name), static (output, pair) =>
        {
            if (pair.Left.Count > 0)
            {
                output.AddSource("IoTDB.ModelRegistration.g.cs", RegistrationEmitter.Emit(pair.Right, pair.Left));
            }
        });
    }

    private static DeviceModel? Parse(GeneratorAttributeSyntaxContext target, CancellationToken ct) =>
        target.TargetSymbol is INamedTypeSymbol type ? DeviceParser.Parse(type, target.Attributes[0], new Findings(report: null), ct) : null;

    // A class that cannot be written must not take the others with it.
    private static void Emit(SourceProductionContext output, DeviceModel model)
    {
        try
        {
            output.AddSource(model.HintName + ".g.cs", DeviceEmitter.Emit(model));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            output.ReportDiagnostic(Diagnostic.Create(Descriptors.GeneratorFailed, Location.None, model.DisplayName, error.GetType().Name, error.Message));
        }
    }
}
