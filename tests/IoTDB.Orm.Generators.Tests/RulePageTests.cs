using System.Text.RegularExpressions;
using IoTDB.Testing;
using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators.Tests;

/// <summary>Every rule has a page, and what the page shows is true.</summary>
public sealed partial class RulePageTests
{
    // Advice on code that is right as it is; pages about other rules may show such code.
    private static readonly string[] s_advice = ["IOTDB0105", "IOTDB0010"];

    public static TheoryData<string> Ids => [.. Rules().Where(static id => id != Descriptors.GeneratorFailed.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_first_example_of_a_page_is_reported_and_the_second_is_not(string id)
    {
        string[] examples = [.. Example().Matches(await File.ReadAllTextAsync(PathOf(id))).Select(static match => match.Groups[1].Value)];

        (await IdsAsync(examples[0])).Except(s_advice.Where(advice => advice != id)).Distinct().ShouldBe([id]);
        (await IdsAsync(examples[1])).Except(s_advice.Where(advice => advice != id)).ShouldBeEmpty();
        GeneratorHarness.Problems(GeneratorHarness.Compile(examples[1])).ShouldBe("");
    }

    [Fact]
    public void Every_rule_has_a_page_with_its_title_and_a_line_in_the_release_table()
    {
        string table = File.ReadAllText(RepositoryRoot.Combine("generators", "IoTDB.Orm.Generators", "AnalyzerReleases.Unshipped.md"));
        foreach (DiagnosticDescriptor rule in new DeviceAnalyzer().SupportedDiagnostics)
        {
            File.ReadAllText(PathOf(rule.Id)).ShouldStartWith($"# {rule.Id}: {rule.Title}\n");
            table.ShouldContain($"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}\n");
            rule.HelpLinkUri.ShouldEndWith($"Rules/{rule.Id}.md");
        }

        Directory.EnumerateFiles(Path.GetDirectoryName(PathOf("x"))!, "IOTDB*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).ShouldBe(Rules());
    }

    private static IReadOnlyList<string> Rules() => [.. new DeviceAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id).Order(StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<string>> IdsAsync(string source) =>
        [.. (await GeneratorHarness.AnalyzeAsync(GeneratorHarness.Compile(source))).Select(static diagnostic => diagnostic.Id)];

    private static string PathOf(string id) => RepositoryRoot.Combine("generators", "IoTDB.Orm.Generators", "Rules", id + ".md");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
