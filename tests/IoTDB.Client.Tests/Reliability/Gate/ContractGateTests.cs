using System.Text;
using System.Text.RegularExpressions;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Every id of the contract has a test, or a reason why it has none; docs/reliability.md shows both.</summary>
public sealed partial class ContractGateTests
{
    private const string Begin = "<!-- promises: written by ContractGateTests, UPDATE_BASELINES=1 -->";
    private const string End = "<!-- end of promises -->";

    private static readonly string s_document = RepositoryRoot.Combine("docs", "reliability.md");
    private static readonly string s_contract = RepositoryRoot.Combine("..", "shared", "reference", "reliability.md");

    [Fact]
    public void ContractGate_every_id_has_a_test()
    {
        string[] ids = [.. Ids()];
        ids.ShouldNotBeEmpty();
        string[] missing = [.. ids.Where(id => !PromiseScan.Tests.Contains(id) && Untested.ReasonOf(id) is null)];
        missing.ShouldBeEmpty("no test names these ids, and Untested gives no reason");
        string[] unknown = [.. PromiseScan.Tests.Select(group => group.Key).Except(ids)];
        unknown.ShouldBeEmpty("tests name ids that the contract does not have");
    }

    [Fact]
    public void The_page_shows_what_the_tests_say()
    {
        string page = File.ReadAllText(s_document);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        string table = "\n" + Table();
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(s_document, page[..begin] + table + page[end..]);
            return;
        }

        // A test more than the page knows is no lie; a test that is gone, or an id that is missing, is one.
        Dictionary<string, string> rows = Row().Matches(page[begin..end]).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);
        rows.Keys.ShouldBe(Ids(), ignoreOrder: true, "run the test with UPDATE_BASELINES=1 and review the difference");
        foreach ((string id, string tests) in rows)
        {
            IEnumerable<string> named = Name().Matches(tests).Select(name => name.Groups[1].Value);
            named.Except(PromiseScan.Tests[id].Select(test => test.Name)).ShouldBeEmpty($"the page names tests of {id} that are not there: UPDATE_BASELINES=1");
        }
    }

    private static string Table()
    {
        StringBuilder table = new("\n| id | shown by | on |\n| --- | --- | --- |\n");
        foreach (string id in Ids())
        {
            ProvingTest[] tests = [.. PromiseScan.Tests[id].DistinctBy(test => test.Name)];
            string names = string.Join("<br>", tests.Select(test => $"`{test.Name}`"));
            string where = string.Join("; ", tests.Select(test => test.Where).Distinct());
            table.Append("| ").Append(id).Append(" | ").Append(tests.Length > 0 ? names : "–")
                .Append(" | ").Append(tests.Length > 0 ? where : Untested.ReasonOf(id)).Append(" |\n");
        }

        return table.Append('\n').ToString();
    }

    // The contract itself where it is at hand; else the ids the page had when it was.
    private static IEnumerable<string> Ids() =>
        Defined().Matches(File.ReadAllText(File.Exists(s_contract) ? s_contract : s_document))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .OrderBy(id => id[0] == 'F')
            .ThenBy(id => id[0])
            .ThenBy(id => int.Parse(id.AsSpan(2), null));

    [GeneratedRegex(@"^\| ([A-Z]-\d+) \| (.*?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    // "| P-01 | …", "- E-01 …", "| R-01 query …"
    [GeneratedRegex(@"^(?:\| |- )([A-Z]-\d+)\b", RegexOptions.Multiline)]
    private static partial Regex Defined();
}
