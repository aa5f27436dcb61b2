using Microsoft.CodeAnalysis;

namespace IoTDB.Wire.Generators.Tests;

/// <summary>When the generator is silent it says why, at the word that is wrong. Each mistake stands beside its repair.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("IOTDBW01", "A", "[ThriftStruct] internal readonly record struct A([ThriftField(1)] long Id);")]
    [InlineData("IOTDBW01", "A", "[ThriftStruct] internal partial class A;")]
    [InlineData("IOTDBW01", "A", "[ThriftStruct] internal partial record struct A;")]
    [InlineData("IOTDBW01", "A", "internal partial class Outer { [ThriftStruct] internal partial record struct A([ThriftField(1)] long Id); }")]
    [InlineData("IOTDBW02", "Id", "[ThriftStruct] internal readonly partial record struct A(long Id);")]
    [InlineData("IOTDBW03", "More", "[ThriftStruct] internal readonly partial record struct A([ThriftField(2)] long Id, [ThriftField(2)] long More);")]
    [InlineData("IOTDBW03", "More", "[ThriftStruct] internal readonly partial record struct A([ThriftField(2)] long Id, [ThriftField(1)] long More);")]
    [InlineData("IOTDBW04", "Id", "[ThriftStruct] internal readonly partial record struct A([ThriftField(1)] decimal Id);")]
    [InlineData("IOTDBW04", "Id", "[ThriftStruct] internal readonly partial record struct A([ThriftField(1)] List<string> Id);")]
    [InlineData("IOTDBW04", "Id", "[ThriftStruct] internal readonly partial record struct A([ThriftField(1)] KeyValuePair<string, DateTime>[] Id);")]
    public void A_mistake_is_reported_at_its_word(string id, string word, string source)
    {
        GeneratorRunResult result = GeneratorHarness.Run(source).Results.Single();

        Diagnostic diagnostic = result.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe(id);
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).ShouldBe(word);
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("'A");
        result.GeneratedSources.ShouldBeEmpty();
    }

    [Fact]
    public void Too_many_fields_are_reported()
    {
        string Fields(int count) => string.Join(", ", Enumerable.Range(1, count).Select(id => $"[ThriftField({id})] int F{id}"));

        GeneratorHarness.Run($"[ThriftStruct] internal readonly partial record struct A({Fields(33)});").Results.Single().Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("IOTDBW05");
        GeneratorHarness.Run($"[ThriftStruct] internal readonly partial record struct A({Fields(32)});").Results.Single().Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[ThriftStruct] internal readonly partial record struct A([ThriftField(1)] long Id);")]
    [InlineData("[ThriftStruct] internal sealed partial record A([ThriftField(1)] long Id, [ThriftField(2)] string[] More);")]
    public void Repaired_it_is_generated(string source)
    {
        GeneratorRunResult result = GeneratorHarness.Run(source).Results.Single();

        result.Diagnostics.ShouldBeEmpty();
        result.GeneratedSources.ShouldHaveSingleItem();
    }
}
