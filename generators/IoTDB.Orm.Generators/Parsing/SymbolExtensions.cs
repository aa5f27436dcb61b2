using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoTDB.Orm.Generators;

/// <summary>Questions to symbols that the whole parser asks.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat s_namespace = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat s_short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>With <c>global::</c> and without annotations, as generated code writes it.</summary>
    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>As a person would write it in a message.</summary>
    public static string ShortName(this ITypeSymbol type) => type.ToDisplayString(s_short);

    public static string NamespaceName(this INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(s_namespace) : "";

    /// <summary>The name as an identifier: with <c>@</c> where it is a keyword.</summary>
    public static string Escaped(this string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name as parameters and locals are written.</summary>
    public static string CamelCase(this string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The name as a parameter or local that none of the others has: two properties may differ only by case.</summary>
    public static string ParameterName(this string property, IEnumerable<string> taken)
    {
        string name = property.CamelCase();
        while (taken.Contains(name.Escaped()))
        {
            name += "_";
        }

        return name.Escaped();
    }

    public static AttributeData? Find(this ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass is { } type && Is(type, attribute));

    public static bool Is(this INamedTypeSymbol type, string fullName) =>
        fullName.EndsWith(type.Name, StringComparison.Ordinal) && type.ToDisplayString() == fullName;

    /// <summary>Whether our own output declares the member: the analyzer sees it, the generator does not.</summary>
    public static bool IsOurOutput(this ISymbol symbol) => symbol.GetAttributes().Any(static data =>
        data.AttributeClass?.Name == "GeneratedCodeAttribute" && data.ConstructorArguments is [{ Value: GeneratedText.Tool }, ..]);

    /// <summary>Where to show a finding about the member; about an inherited one that has no source here, at the type.</summary>
    public static Location? Place(this ISymbol symbol, INamedTypeSymbol type) =>
        symbol.Locations.FirstOrDefault(static location => location.IsInSource) ?? type.Place();

    /// <summary>The identifier of the type where it carries the attribute.</summary>
    public static Location? Place(this INamedTypeSymbol type)
    {
        SyntaxReference? marked = type.Find(KnownNames.DeviceAttribute)?.ApplicationSyntaxReference;
        return marked?.GetSyntax().FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.GetLocation() ?? type.Locations.FirstOrDefault();
    }

    /// <summary>An attribute's place in the source.</summary>
    public static Location? Place(this AttributeData data) =>
        data.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : null;

    public static bool IsPartial(this INamedTypeSymbol type, CancellationToken ct) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(ct) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The summary of the documentation as plain text on one line; empty where there is none.</summary>
    public static string Summary(this ISymbol symbol, CancellationToken ct)
    {
        string? xml = symbol.GetDocumentationCommentXml(cancellationToken: ct);
        if (string.IsNullOrEmpty(xml) || xml!.StartsWith("<!--", StringComparison.Ordinal))
        {
            return "";
        }

        try
        {
            XElement? summary = XElement.Parse("<all>" + xml + "</all>").Descendants("summary").FirstOrDefault();
            foreach (XElement link in summary?.Descendants().Where(static element => element.Name.LocalName is "see" or "paramref").ToArray() ?? [])
            {
                string target = (string?)link.Attribute("cref") ?? (string?)link.Attribute("langword") ?? (string?)link.Attribute("name") ?? "";
                link.Value = link.Value.Length > 0 ? link.Value : target.Substring(target.LastIndexOf('.') + 1);
            }

            return string.Join(" ", (summary?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        catch (System.Xml.XmlException)
        {
            return "";
        }
    }
}
