using System.Reflection;
using IoTDB.Generators;
using Microsoft.CodeAnalysis;

namespace IoTDB.Wire.Generators.Tests;

/// <summary>Models are plain values: only then does the pipeline cache them.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string> Models() =>
        [.. typeof(StructModel).Assembly.GetTypes().Where(IsModel).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_holds_plain_values(string name)
    {
        Type model = typeof(StructModel).Assembly.GetTypes().Single(type => type.Name == name);

        typeof(IEquatable<>).MakeGenericType(model).IsAssignableFrom(model).ShouldBeTrue();
        foreach (FieldInfo field in model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            IsPlain(field.FieldType).ShouldBeTrue($"{name}.{field.Name} is a {field.FieldType}");
        }
    }

    [Fact]
    public void The_same_text_gives_equal_models()
    {
        StructModel[] first = Parse();
        StructModel[] second = Parse();

        first.ShouldNotBeEmpty();
        first.ShouldBe(second);
        first.Select(model => model.GetHashCode()).ShouldBe(second.Select(model => model.GetHashCode()));
    }

    private static StructModel[] Parse() =>
    [
        .. GeneratorHarness.Run(Samples.Everything).Results.Single().TrackedSteps[TrackingNames.Models]
            .SelectMany(step => step.Outputs)
            .Select(output => (StructModel)output.Value),
    ];

    // Diagnostics carry a real location and are an output of their own (style.md 6).
    private static bool IsModel(Type type) =>
        type.Name.EndsWith("Model", StringComparison.Ordinal) && type != typeof(DiagnosticModel) && !typeof(ISymbol).IsAssignableFrom(type);

    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || IsModel(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>) && IsPlain(type.GetGenericArguments()[0]));
}
