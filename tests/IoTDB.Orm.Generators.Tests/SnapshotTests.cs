using System.Globalization;
using IoTDB.Testing;
using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators.Tests;

/// <summary>The generated text is what was reviewed, on every machine.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    public void Generated_text_is_the_reviewed_one_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            foreach ((string name, string source) in Cases)
            {
                foreach (GeneratedSourceResult file in GeneratorHarness.Run(GeneratorHarness.Compile(source)).Results.Single().GeneratedSources)
                {
                    Snapshot.Match(file.SourceText.ToString(), NameOf(name, file));
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_snapshot_belongs_to_a_test() => Snapshot.NoOrphans(Cases.SelectMany(static pair =>
        GeneratorHarness.Run(GeneratorHarness.Compile(pair.Source)).Results.Single().GeneratedSources.Select(file => NameOf(pair.Name, file))));

    private static IEnumerable<(string Name, string Source)> Cases => [("Pump", Samples.Pump), ("Everything", Samples.Everything)];

    private static string NameOf(string name, GeneratedSourceResult file) => $"{name}.{file.HintName}";
}
