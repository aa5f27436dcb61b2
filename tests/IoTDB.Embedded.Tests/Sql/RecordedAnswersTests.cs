using System.Text.RegularExpressions;
using IoTDB.Conformance.Sql;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Sql;

/// <summary>The embedded server against every recorded tree statement; what differs is listed with its reason in docs/conformance.md.</summary>
public sealed partial class RecordedAnswersTests
{
    private const double LeastShare = 0.98;

    [Theory]
    [InlineData("sql")]
    [InlineData("sql-probes")]
    public async Task Embedded_server_answers_as_recorded_but_for_the_listed_differences(string folder)
    {
        HashSet<string> listed = [.. ListedPlaces().Matches(await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", "conformance.md"))).Select(match => match.Groups[1].Value)];
        List<SqlResult> results = [];
        foreach (string path in Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "recordings", folder), "*.iotdb").Order(StringComparer.Ordinal))
        {
            results.AddRange(await SqlTarget.Embedded.RunAsync(path));
        }

        SqlResult[] failed = [.. results.Where(result => result.Outcome == SqlOutcome.Failed)];
        failed.Where(result => !listed.Contains($"{folder}/{result.Place}")).Select(result => $"{result.Place}\n{result.Record.Sql}\n{result.Detail}").ShouldBeEmpty();
        int ran = results.Count(result => result.Outcome != SqlOutcome.Skipped);
        ran.ShouldBeGreaterThan(900);
        ((double)(ran - failed.Length) / ran).ShouldBeGreaterThan(LeastShare);
    }

    [Fact]
    public async Task Another_answer_than_the_recorded_one_is_a_failure()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.iotdb");
        await File.WriteAllTextAsync(path, """
            statement ok
            create timeseries root.cmp.d.a int32

            statement ok
            insert into root.cmp.d(time, a) values (1, 5)

            query
            select a from root.cmp.d
            ----
            Time INT64|root.cmp.d.a INT32
            1|5

            query
            select a from root.cmp.d
            ----
            Time INT64|root.cmp.d.a INT32
            1|6

            query
            select a from root.cmp.d
            ----
            Time INT64|root.cmp.d.a INT64
            1|5

            statement error 700
            select a from root.cmp.d where a > 'x'
            ---- 700: another code
            """.ReplaceLineEndings("\n"));
        try
        {
            IReadOnlyList<SqlResult> results = await SqlTarget.Embedded.RunAsync(path);
            results.Select(result => result.Outcome).ShouldBe(
                [SqlOutcome.Passed, SqlOutcome.Passed, SqlOutcome.Passed, SqlOutcome.Failed, SqlOutcome.Failed, SqlOutcome.Failed]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [GeneratedRegex(@"^\| `([^`]+:\d+)` \|", RegexOptions.Multiline)]
    private static partial Regex ListedPlaces();
}
