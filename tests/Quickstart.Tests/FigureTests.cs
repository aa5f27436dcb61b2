using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace Quickstart.Tests;

public sealed class FigureTests
{
    private static readonly CsvFigures s_expected = CsvFigures.Of(RepositoryRoot.Combine("samples", "Quickstart", "data", "ETTh1.csv"));

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Figures_equal_those_computed_from_the_file(ServerKind kind)
    {
        QuickstartRun run = await QuickstartRun.Of(Arguments(kind));

        run.ExitCode.ShouldBe(0, run.Output);
        ShouldShowTheFile(run);
    }

    [Theory]
    [RealServer]
    public async Task A_second_run_against_the_same_server_gives_the_same_figures(ServerKind kind)
    {
        await QuickstartRun.Of(Arguments(kind));

        QuickstartRun second = await QuickstartRun.Of(Arguments(kind));

        second.ExitCode.ShouldBe(0, second.Output);
        ShouldShowTheFile(second);
    }

    [Fact]
    public void The_file_is_the_unchanged_one_that_its_licence_asks_for()
    {
        string folder = RepositoryRoot.Combine("samples", "Quickstart", "data");
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder, "ETTh1.csv"));

        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)).ShouldBe("f18de3ad269cef59bb07b5438d79bb3042d3be49bdeecf01c1cd6d29695ee066");
        File.ReadAllText(Path.Combine(folder, "LICENSE.md")).ShouldContain("github.com/zhouhaoyi/ETDataset");
        s_expected.Rows.ShouldBe(17_420);
    }

    private static string[] Arguments(ServerKind kind) => kind == ServerKind.Real ? ["--endpoint", TestServer.RealConnectionString!] : [];

    private static void ShouldShowTheFile(QuickstartRun run)
    {
        run.Table("Stored")[1][0].ShouldBe("17420");
        run.Table("Rows on the server")[1].ShouldBe(["17420"]);
        run.Table("Newest row")[1].ShouldBe(s_expected.NewestRow);
        run.Table("Oil temperature, last 7 days")[1..].ShouldBe(s_expected.LastDays);
        run.Table("Hours with oil over 40")[1].ShouldBe([$"{s_expected.HotHours}"]);

        run.Sql("Rows on the server").ShouldStartWith("SELECT ");
        run.Sql("Newest row").ShouldContain("ORDER BY TIME DESC LIMIT 1", Case.Insensitive);
        run.Sql("Oil temperature, last 7 days").ShouldContain("GROUP BY", Case.Insensitive);
        run.Sql("Hours with oil over 40").ShouldContain("> 40", Case.Insensitive);
    }
}
