namespace IoTDB.Architecture.Tests;

/// <summary>Names of types as a reader of C# would write them.</summary>
internal static class TypeText
{
    internal static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        string name = type.FullName is null || type.IsNested ? type.Name : type.FullName;
        if (type.IsGenericType)
        {
            name = (type.IsNested ? type.Name : $"{type.Namespace}.{type.Name}").Split('`')[0] + $"<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
        }

        return type is { IsNested: true, DeclaringType: { } outer } ? $"{(outer.FullName ?? outer.Name).Split('`')[0]}.{name}" : name;
    }
}
