using IoTDB.Conformance.Wire.Replay;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Replay;

/// <summary>Every exchange of the tree model that was recorded on the real server, asked again here.</summary>
/// <remarks>
/// Compared: status codes with sub-statuses, columns, types, aliases, rows, exceptions, ids as far as they mean something. Not compared: texts of errors, where
/// pages are cut, the order of SHOW.
/// </remarks>
public sealed class RecordedConversationTests
{
    [Fact]
    public async Task Recorded_requests_get_the_recorded_answers()
    {
        var reports = await ReplayRunner.RunEmbeddedAsync(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "wire"), "*.txt"));

        reports.SelectMany(report => report.Differences).ShouldBeEmpty();
        reports.Sum(report => report.Compared).ShouldBeGreaterThan(500);
        reports.SelectMany(report => report.Known).Count().ShouldBe(12);
    }
}
