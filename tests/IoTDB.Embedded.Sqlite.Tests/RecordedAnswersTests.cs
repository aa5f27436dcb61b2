using System.Text.RegularExpressions;
using IoTDB.Conformance.Sql;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Sqlite.Tests;

/// <summary>The recordings of the real server on a server with storage that is restarted in the middle of each.</summary>
public sealed partial class RecordedAnswersTests
{
    public static TheoryData<string> Recordings => new(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "recordings", "sql"), "*.iotdb")
        .Where(path => !SqlRunner.IsTable(path)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task A_restart_in_the_middle_of_a_recording_changes_no_answer(string file)
    {
        HashSet<string> listed = [.. ListedPlaces().Matches(await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", "conformance.md"))).Select(match => match.Groups[1].Value)];
        using var directory = new StorageDirectory();
        var records = RecordingReader.Read(RepositoryRoot.Combine("tests", "recordings", "sql", file));
        var zone = "";
        List<SqlResult> results = [];
        foreach (var part in records.Chunk((records.Count / 2) + 1))
        {
            await using var server = await directory.StartAsync();
            await using var session = await StorageDirectory.ConnectAsync(server);
            if (zone.Length > 0)
            {
                await session.SetTimeZoneAsync(zone);
            }

            foreach (var record in part)
            {
                if (record.Kind == RecordKind.TimeZone)
                {
                    zone = record.Sql;
                    await session.SetTimeZoneAsync(zone);
                    continue;
                }

                results.Add(AnswerComparer.Compare(file, record, await session.ExecuteAsync(record.Sql), isTable: false));
            }
        }

        results.Count.ShouldBeGreaterThan(1);
        results.Where(result => result.Outcome == SqlOutcome.Failed && !listed.Contains($"sql/{result.Place}"))
            .Select(result => $"{result.Place}\n{result.Record.Sql}\n{result.Detail}").ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\| `([^`]+:\d+)` \|", RegexOptions.Multiline)]
    private static partial Regex ListedPlaces();
}
