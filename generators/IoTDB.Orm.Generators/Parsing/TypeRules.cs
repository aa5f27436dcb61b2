using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>What a mapped type may be: IOTDB0001, 0002 and 0004.</summary>
internal static class TypeRules
{
    public static void Check(INamedTypeSymbol type, Findings findings, CancellationToken ct)
    {
        Location? place = type.Place();
        if (type.TypeKind != TypeKind.Class)
        {
            findings.Add(Descriptors.MustBeClass, place, type.Name);
            return;
        }

        if (!type.IsPartial(ct))
        {
            findings.Add(Descriptors.MustBePartial, place, type.Name);
        }

        if (Problem(type, ct) is { } problem)
        {
            findings.Add(Descriptors.UnusableType, place, type.Name, problem);
        }
    }

    private static string? Problem(INamedTypeSymbol type, CancellationToken ct)
    {
        if (type.IsStatic)
        {
            return "it is static; rows are instances";
        }

        if (type.IsAbstract)
        {
            return "it is abstract; map the classes derived from it";
        }

        if (type.IsGenericType)
        {
            return "it or a type around it is generic; one class describes one kind of device";
        }

        if (type.IsFileLocal)
        {
            return "it is file-local; generated code lives in another file";
        }

        for (INamedTypeSymbol? inner = type; inner is not null; inner = inner.ContainingType)
        {
            if (inner.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return $"'{inner.Name}' is not visible outside of the type around it, so that queries could not name it; make it internal";
            }

            if (inner.ContainingType is { } outer && !outer.IsPartial(ct))
            {
                return $"the type '{outer.Name}' around it is not partial";
            }
        }

        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Find(KnownNames.DeviceAttribute) is not null)
            {
                return $"it derives from '{ancestor.Name}', which is mapped too; move what they share into a base class without [Device]";
            }
        }

        return null;
    }
}
