using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoTDB.Wire.Generators;

/// <summary>From a declaration to its model. Symbols end here.</summary>
internal static class Parser
{
    // The mask of present fields has as many bits.
    private const int MaxFields = 32;

    public static ParseResult Parse(GeneratorAttributeSyntaxContext target, CancellationToken token)
    {
        List<DiagnosticModel> diagnostics = [];
        StructModel? model = Parse(target, diagnostics, token);
        return new ParseResult(diagnostics.Count == 0 ? model : null, new EquatableArray<DiagnosticModel>([.. diagnostics]));
    }

    private static StructModel? Parse(GeneratorAttributeSyntaxContext target, List<DiagnosticModel> diagnostics, CancellationToken token)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)target.TargetSymbol;
        if (target.TargetNode is not RecordDeclarationSyntax { ParameterList: { } parameters } record
            || !record.Modifiers.Any(SyntaxKind.PartialKeyword)
            || type.ContainingType is not null)
        {
            Location place = ((TypeDeclarationSyntax)target.TargetNode).Identifier.GetLocation();
            diagnostics.Add(new DiagnosticModel(Descriptors.NotAPartialRecord, place, type.Name));
            return null;
        }

        if (parameters.Parameters.Count > MaxFields)
        {
            diagnostics.Add(new DiagnosticModel(Descriptors.TooManyFields, record.Identifier.GetLocation(), type.Name));
        }

        List<FieldModel> fields = [];
        foreach (ParameterSyntax syntax in parameters.Parameters)
        {
            token.ThrowIfCancellationRequested();
            if (target.SemanticModel.GetDeclaredSymbol(syntax, token) is { } parameter
                && ParseField(type, parameter, syntax.Identifier.GetLocation(), fields, diagnostics) is { } field)
            {
                fields.Add(field);
            }
        }

        string keyword = type.IsValueType ? "partial record struct" : "partial record";
        string ns = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        string hint = (ns.Length == 0 ? "" : ns + ".") + type.Name + ".g.cs";
        return new StructModel(
            hint, ns, $"{keyword} {type.Name}", type.Name, NamedArgument(target.Attributes[0], "MaxLevels", 1), new EquatableArray<FieldModel>([.. fields]));
    }

    private static FieldModel? ParseField(
        INamedTypeSymbol owner, IParameterSymbol parameter, Location place, List<FieldModel> before, List<DiagnosticModel> diagnostics)
    {
        AttributeData? attribute = parameter.GetAttributes()
            .FirstOrDefault(candidate => candidate.AttributeClass?.ToDisplayString() == KnownNames.ThriftFieldAttribute);
        if (attribute?.ConstructorArguments.FirstOrDefault().Value is not short id)
        {
            diagnostics.Add(new DiagnosticModel(Descriptors.NoFieldId, place, owner.Name, parameter.Name));
            return null;
        }

        if (before.Count > 0 && before[before.Count - 1].Id >= id)
        {
            diagnostics.Add(new DiagnosticModel(Descriptors.DuplicateFieldId, place, owner.Name, parameter.Name, id));
            return null;
        }

        ITypeSymbol type = WireTypes.Underlying(parameter.Type, out bool optional);
        if (WireTypes.Find(type, NamedArgument(attribute, "Lenient", false)) is not { } wire)
        {
            diagnostics.Add(new DiagnosticModel(Descriptors.UnsupportedType, place, owner.Name, parameter.Name, parameter.Type.ToDisplayString()));
            return null;
        }

        FieldPresence presence = optional ? FieldPresence.Optional
            : NamedArgument(attribute, "MayBeAbsent", false) ? FieldPresence.MayBeAbsent
            : FieldPresence.Required;
        return new FieldModel(
            id, parameter.Name, parameter.Type.ToDisplayString(WireTypes.Format), wire.Codec, wire.WireType, presence, optional ? "null" : wire.Zero);
    }

    private static T NamedArgument<T>(AttributeData attribute, string name, T otherwise) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value is T value ? value : otherwise;
}
