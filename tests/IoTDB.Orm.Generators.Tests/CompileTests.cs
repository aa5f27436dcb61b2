using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators.Tests;

/// <summary>What is generated compiles without a warning, whatever stands around it.</summary>
public sealed class CompileTests
{
    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void Generated_code_has_no_warnings_with_nullable_on_or_off(NullableContextOptions nullable)
    {
        string source = nullable is NullableContextOptions.Enable or NullableContextOptions.Annotations
            ? Samples.Pump
            : Samples.Pump.Replace("string?", "string", StringComparison.Ordinal);
        GeneratorHarness.Problems(GeneratorHarness.Compile(source, nullable)).ShouldBe("");
    }

    [Fact]
    public void Every_storable_type_compiles_in_the_global_namespace() =>
        GeneratorHarness.Problems(GeneratorHarness.Compile(Samples.Everything)).ShouldBe("");
}
