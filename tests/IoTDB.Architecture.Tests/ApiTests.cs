using System.Reflection;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Architecture.Tests;

/// <summary>The public surface changes on purpose, and every part of it follows the same rules.</summary>
public sealed class ApiTests
{
    public static TheoryData<string> Assemblies => new(PublicAssemblies.Names);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Public_surface_matches_the_baseline(string assembly) =>
        Snapshot.Match(PublicSurface.Describe(PublicAssemblies.Load(assembly)), assembly);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Exported_classes_are_sealed_abstract_or_static(string assembly) =>
        PublicAssemblies.Load(assembly).GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !HasDerivedTypes(type))
            .Select(TypeText.Of)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Asynchronous_methods_end_in_Async_and_take_a_token_last(string assembly) =>
        Methods(assembly)
            .Where(method => IsAwaitable(method.ReturnType) && !IsExempt(method))
            .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal) || method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
            .Select(Describe)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_time_limit_is_a_number(string assembly) =>
        Methods(assembly)
            .SelectMany(method => method.GetParameters(), (method, parameter) => (method, parameter))
            .Where(pair => pair.parameter.Name!.Contains("timeout", StringComparison.OrdinalIgnoreCase) && pair.parameter.ParameterType.IsPrimitive)
            .Select(pair => Describe(pair.method))
            .ShouldBeEmpty();

    private static IEnumerable<MethodInfo> Methods(string assembly) =>
        PublicAssemblies.Load(assembly).GetExportedTypes()
            .Where(type => !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName);

    private static bool IsAwaitable(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    /// <summary>Shapes the framework fixes: disposal, and the two methods of an enumerator.</summary>
    private static bool IsExempt(MethodInfo method) => method.Name is "DisposeAsync" or "MoveNextAsync";

    private static bool HasDerivedTypes(Type type) =>
        PublicAssemblies.Names.SelectMany(name => PublicAssemblies.Load(name).GetTypes()).Any(other => other != type && IsSubclass(other, type));

    private static bool IsSubclass(Type type, Type parent)
    {
        for (Type? one = type.BaseType; one is not null; one = one.BaseType)
        {
            if ((one.IsGenericType ? one.GetGenericTypeDefinition() : one) == parent)
            {
                return true;
            }
        }

        return false;
    }

    private static string Describe(MethodInfo method) => $"{TypeText.Of(method.DeclaringType!)}.{method.Name}";
}
