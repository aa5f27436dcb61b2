using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Docs.Tests;

/// <summary>What the pages show compiles, runs, and prints what they say.</summary>
[Collection("console")]
public sealed class DocTests
{
    public static TheoryData<string> Pages => new(DocPage.Names.Where(name => DocPage.Load(name).Code.Count > 0));

    public static TheoryData<string> AllPages => new(DocPage.Names);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_code_of_a_page_compiles_and_runs(string name)
    {
        DocPage page = DocPage.Load(name);

        string printed = await new DocProgram(page).RunAsync();

        int at = 0;
        foreach (DocBlock block in page.Output)
        {
            int found = printed.ReplaceLineEndings("\n").IndexOf(block.Text, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(0, $"{name}:{block.Line} says the program prints\n{block.Text}\nbut it printed\n{printed}");
            at = found + block.Text.Length;
        }
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void The_links_of_a_page_lead_somewhere(string name)
    {
        string folder = Path.GetDirectoryName(RepositoryRoot.Combine(name))!;
        PageLinks.Of(File.ReadAllText(RepositoryRoot.Combine(name)))
            .Where(link => !Path.Exists(Path.Combine(folder, link)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_readme_is_two_commands()
    {
        DocPage readme = DocPage.Load("README.md");
        readme.Blocks[0].Text.Split('\n').ShouldBe(["dotnet run --project samples/Quickstart", "dotnet test Orm.sln"]);
    }
}
