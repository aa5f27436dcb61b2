using System.Collections;
using System.Reflection;
using IoTDB.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IoTDB.Orm.Generators.Tests;

/// <summary>An editor runs the generator at every keystroke: what did not change is not made again.</summary>
public sealed class PipelineTests
{
    private static readonly string[] s_steps = [TrackingNames.Models, TrackingNames.Entries, TrackingNames.Registration];

    [Theory]
    [InlineData(Samples.Pump)]
    [InlineData(Samples.Everything)]
    public void A_second_run_on_the_same_source_makes_nothing(string source)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(source);
        GeneratorDriver driver = GeneratorHarness.Driver().RunGenerators(compilation);
        GeneratorRunResult again = driver.RunGenerators(compilation.Clone()).GetRunResult().Results.Single();

        Reasons(again, s_steps).ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        OutputReasons(again).ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("// above\n", "")]
    [InlineData("", "\n// below")]
    [InlineData("", "\npublic sealed class Other { public int Value { get; set; } }")]
    public void An_edit_beside_the_class_makes_nothing(string before, string after)
    {
        GeneratorRunResult again = RunTwice(Samples.Everything, before + Samples.Everything + after);

        Reasons(again, [TrackingNames.Models]).ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        OutputReasons(again).ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_new_measurement_makes_the_class_again_but_not_the_registration()
    {
        string edited = Samples.Pump.Replace("public bool? Running", "public double? Flow { get; init; }\npublic bool? Running", StringComparison.Ordinal);
        GeneratorRunResult again = RunTwice(Samples.Pump, edited);

        Reasons(again, [TrackingNames.Models]).ShouldBe([IncrementalStepRunReason.Modified]);
        Reasons(again, [TrackingNames.Entries]).ShouldAllBe(static reason => reason == IncrementalStepRunReason.Unchanged || reason == IncrementalStepRunReason.Cached);
        again.GeneratedSources.Single(static file => file.HintName.Contains("Pump", StringComparison.Ordinal)).SourceText.ToString().ShouldContain("SetFlow");
    }

    [Fact]
    public void Equal_text_gives_equal_models()
    {
        object first = Model(Samples.Everything);
        object second = Model(Samples.Everything);

        second.ShouldNotBeSameAs(first);
        second.ShouldBe(first);
        second.GetHashCode().ShouldBe(first.GetHashCode());
    }

    [Fact]
    public void Models_hold_plain_data_only()
    {
        var seen = new HashSet<Type>();
        var queue = new Queue<Type>([typeof(DeviceModel)]);
        while (queue.TryDequeue(out Type? type))
        {
            if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
            {
                continue;
            }

            type.Assembly.ShouldBe(typeof(DeviceModel).Assembly, $"{type} comes from elsewhere: a symbol, a syntax node or a list");
            typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type).ShouldBeTrue($"{type} is compared by reference");
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            {
                queue.Enqueue(type.GetGenericArguments()[0]);
                continue;
            }

            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            {
                Type fieldType = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
                typeof(IEnumerable).IsAssignableFrom(fieldType).ShouldBe(
                    fieldType == typeof(string) || (fieldType.IsGenericType && fieldType.GetGenericTypeDefinition() == typeof(EquatableArray<>)), $"{type.Name}.{field.Name}");
                queue.Enqueue(fieldType);
            }
        }

        seen.ShouldContain(typeof(MeasurementModel));
        seen.ShouldContain(typeof(ValueModel));
    }

    [Fact]
    public void A_class_that_cannot_be_mapped_takes_no_other_with_it()
    {
        GeneratorRunResult result = GeneratorHarness.Run(GeneratorHarness.Compile(
            Samples.Pump + "\n[Device(\"root.x.y\")] public partial class Wrong { public List<int>? Numbers { get; set; } }")).Results.Single();

        result.Exception.ShouldBeNull();
        result.GeneratedSources.Select(static file => file.HintName).ShouldBe(["Plant.Model.PumpReading.g.cs", "IoTDB.ModelRegistration.g.cs"]);
    }

    private static GeneratorRunResult RunTwice(string source, string edited)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(source);
        GeneratorDriver driver = GeneratorHarness.Driver().RunGenerators(compilation);
        SyntaxTree old = compilation.SyntaxTrees[1];
        Compilation changed = compilation.ReplaceSyntaxTree(old, old.WithChangedText(SourceText.From(edited, System.Text.Encoding.UTF8)));
        return driver.RunGenerators(changed).GetRunResult().Results.Single();
    }

    private static object Model(string source) =>
        GeneratorHarness.Run(GeneratorHarness.Compile(source)).Results.Single().TrackedSteps[TrackingNames.Models].Single().Outputs.Single().Value;

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorRunResult result, IEnumerable<string> steps) =>
        [.. steps.SelectMany(step => result.TrackedSteps[step]).SelectMany(static step => step.Outputs).Select(static output => output.Reason)];

    private static IReadOnlyList<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        [.. result.TrackedOutputSteps.SelectMany(static pair => pair.Value).SelectMany(static step => step.Outputs).Select(static output => output.Reason)];
}
