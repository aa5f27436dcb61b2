using Microsoft.CodeAnalysis;

namespace IoTDB.Wire.Generators.Tests;

/// <summary>What an edit in the file costs: nothing, unless a declaration changed.</summary>
public sealed class EditTests
{
    [Theory]
    [InlineData("// a comment above\n" + Samples.Small)]
    [InlineData(Samples.Small + "\n// a comment below")]
    [InlineData(Samples.Small + "\ninternal sealed class Another;")]
    public void An_edit_beside_a_message_leaves_its_model_unchanged(string edited) =>
        Reasons(edited).ShouldAllBe(reason => reason == IncrementalStepRunReason.Unchanged || reason == IncrementalStepRunReason.Cached);

    [Fact]
    public void A_new_field_changes_the_model() =>
        Reasons(Samples.Small.Replace("string? Name = null", "string? Name = null, [ThriftField(3)] int? More = null", StringComparison.Ordinal))
            .ShouldContain(IncrementalStepRunReason.Modified);

    [Fact]
    public void Another_type_of_a_field_changes_the_model() =>
        Reasons(Samples.Small.Replace("long Id", "int Id", StringComparison.Ordinal)).ShouldContain(IncrementalStepRunReason.Modified);

    private static List<IncrementalStepRunReason> Reasons(string edited)
    {
        Compilation compilation = GeneratorHarness.Compile(Samples.Small);
        GeneratorDriver driver = GeneratorHarness.Driver().RunGenerators(compilation);
        GeneratorRunResult result = driver.RunGenerators(GeneratorHarness.Edit(compilation, edited)).GetRunResult().Results.Single();
        List<IncrementalStepRunReason> reasons = [.. result.TrackedSteps[TrackingNames.Models].SelectMany(step => step.Outputs).Select(output => output.Reason)];
        reasons.ShouldNotBeEmpty();
        return reasons;
    }
}
