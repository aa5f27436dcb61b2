using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoTDB.Orm.Generators;

/// <summary>Says what is wrong with classes that carry <c>[Device]</c>. It asks the same parser as the generator, so that the two never disagree.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeviceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.MustBePartial, Descriptors.UnusableType, Descriptors.MustBeClass, Descriptors.ExactlyOneTime, Descriptors.TimeType,
        Descriptors.PreferDateTimeOffset, Descriptors.NoMeasurements, Descriptors.CannotConstruct, Descriptors.NoSetter, Descriptors.ReservedMember,
        Descriptors.OtherGeneratorsField, Descriptors.CannotStore, Descriptors.DataTypeDoesNotFit, Descriptors.EncodingUnavailable,
        Descriptors.EncodingRounds, Descriptors.NullReadThrows, Descriptors.ConverterMismatch, Descriptors.ImplicitEnumValues,
        Descriptors.PathTooShort, Descriptors.PlaceholderWithoutProperty, Descriptors.KeyProperty, Descriptors.PathNode, Descriptors.DatabasePerValue,
        Descriptors.SameColumn, Descriptors.OverlappingDevices, Descriptors.ReservedColumn, Descriptors.NamesDifferByCase, Descriptors.KeyIsMeasurement,
        Descriptors.GeneratorFailed,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.DeviceAttribute) is null)
            {
                return;
            }

            var models = new ConcurrentBag<LocatedModel>();
            start.RegisterSymbolAction(context => Analyze(context, models), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(context => OverlapRule.Check(models, context.ReportDiagnostic));
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentBag<LocatedModel> models)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Find(KnownNames.DeviceAttribute) is not { } device)
        {
            return;
        }

        try
        {
            if (DeviceParser.Parse(type, device, new Findings(context.ReportDiagnostic), context.CancellationToken) is { } model)
            {
                models.Add(new LocatedModel(model, type.Place()));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.GeneratorFailed, type.Place(), type.Name, error.GetType().Name, error.Message));
        }
    }
}
