using System.Globalization;
using System.Reflection;
using System.Text;

namespace IoTDB.Architecture.Tests;

/// <summary>Writes the public and protected members of an assembly as sorted lines of text.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static string Describe(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Kind(type)} {TypeText.Of(type)}{Bases(type)}\n");
            foreach (string member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"    {member}\n");
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => type.IsByRefLike ? "ref struct" : "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        List<string> bases = [];
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
        {
            bases.Add(TypeText.Of(parent));
        }

        bases.AddRange(type.GetInterfaces().Where(one => one.IsVisible).Select(TypeText.Of).Order(StringComparer.Ordinal));
        return bases.Count == 0 || type.IsEnum ? "" : " : " + string.Join(", ", bases);
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }

        return type.GetFields(Declared).Where(field => IsOffered(field.Attributes)).Select(Field)
            .Concat(type.GetConstructors(Declared).Where(IsOffered).Where(one => !one.IsStatic).Select(one => $"new({Parameters(one)})"))
            .Concat(type.GetProperties(Declared).Where(IsOffered).Select(Property))
            .Concat(type.GetEvents(Declared).Where(one => IsOffered(one.AddMethod!)).Select(one => $"event {TypeText.Of(one.EventHandlerType!)} {one.Name}"))
            .Concat(type.GetMethods(Declared).Where(IsOffered).Where(IsWritten).Select(Method));
    }

    private static string Field(FieldInfo field) => $"{(field.IsStatic ? "static " : "")}{TypeText.Of(field.FieldType)} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        MethodInfo accessor = property.GetMethod ?? property.SetMethod!;
        string set = property.SetMethod is { } setter && IsOffered(setter) ? " set;" : "";
        string get = property.GetMethod is { } getter && IsOffered(getter) ? " get;" : "";
        string index = property.GetIndexParameters() is { Length: > 0 } indexes ? $"[{string.Join(", ", indexes.Select(one => TypeText.Of(one.ParameterType)))}]" : "";
        return $"{(accessor.IsStatic ? "static " : "")}{TypeText.Of(property.PropertyType)} {property.Name}{index} {{{get}{set} }}";
    }

    private static string Method(MethodInfo method)
    {
        string generics = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{TypeText.Of(method.ReturnType)} {method.Name}{generics}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(one =>
        $"{(one.IsOut ? "out " : one.ParameterType.IsByRef ? "ref " : "")}{TypeText.Of(one.ParameterType)} {one.Name}{(one.HasDefaultValue ? " = " + (one.DefaultValue ?? "default") : "")}"));

    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOffered(PropertyInfo property) =>
        (property.GetMethod is { } getter && IsOffered(getter)) || (property.SetMethod is { } setter && IsOffered(setter));

    private static bool IsOffered(FieldAttributes field) =>
        (field & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;
}
