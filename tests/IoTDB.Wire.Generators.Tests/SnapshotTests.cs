using System.Globalization;
using IoTDB.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IoTDB.Wire.Generators.Tests;

public sealed class SnapshotTests
{
    private static readonly (string Name, string Source)[] s_samples =
        [(nameof(Samples.Everything), Samples.Everything), (nameof(Samples.Small), Samples.Small), (nameof(Samples.Global), Samples.Global)];

    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> data = [];
        foreach ((string name, _) in s_samples)
        {
            data.Add(name, "");
            data.Add(name, "fi-FI");
            data.Add(name, "tr-TR");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_text_is_the_reviewed_one_in_every_culture_and_cached_the_second_time(string sample, string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            CSharpCompilation compilation = GeneratorHarness.Compile(s_samples.Single(candidate => candidate.Name == sample).Source);
            GeneratorDriver driver = GeneratorHarness.Driver().RunGenerators(compilation);
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            result.Diagnostics.ShouldBeEmpty();
            foreach (GeneratedSourceResult source in result.GeneratedSources)
            {
                Snapshot.Match(source.SourceText.ToString(), $"{sample}.{source.HintName}");
                source.SourceText.ToString().ShouldNotContain("\r");
            }

            RequireCached(driver.RunGenerators(compilation.Clone()).GetRunResult().Results.Single());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_snapshot_has_its_test() => Snapshot.NoOrphans(s_samples.SelectMany(sample =>
        GeneratorHarness.Run(sample.Source).Results.Single().GeneratedSources.Select(source => $"{sample.Name}.{source.HintName}")));

    private static void RequireCached(GeneratorRunResult result)
    {
        result.TrackedSteps[TrackingNames.Models]
            .SelectMany(step => step.Outputs)
            .ShouldAllBe(output => output.Reason == IncrementalStepRunReason.Cached || output.Reason == IncrementalStepRunReason.Unchanged);
        result.TrackedOutputSteps.SelectMany(step => step.Value)
            .SelectMany(step => step.Outputs)
            .ShouldAllBe(output => output.Reason == IncrementalStepRunReason.Cached);
    }
}
