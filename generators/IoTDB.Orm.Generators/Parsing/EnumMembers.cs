using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoTDB.Orm.Generators;

/// <summary>Members of an enum.</summary>
internal static class EnumMembers
{
    /// <summary>All members; of several with one value, the later ones are aliases.</summary>
    public static EquatableArray<EnumMember> Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<object>();
        return type.GetMembers().OfType<IFieldSymbol>()
            .Where(static field => field.HasConstantValue)
            .Select(field => new EnumMember(field.Name, IsAlias: !seen.Add(field.ConstantValue!)))
            .ToArray();
    }

    /// <summary>The first member whose value is not written in the source; null also where there is no source.</summary>
    public static string? FirstImplicit(INamedTypeSymbol type, CancellationToken ct) => type.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(field => field.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(ct) is EnumMemberDeclarationSyntax { EqualsValue: null }))?.Name;
}
