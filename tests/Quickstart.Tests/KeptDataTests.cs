using Shouldly;
using Xunit;

namespace Quickstart.Tests;

public sealed class KeptDataTests : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"quickstart-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    [Fact]
    public async Task A_second_run_with_the_same_directory_finds_what_the_first_stored()
    {
        QuickstartRun first = await QuickstartRun.Of("--data", _directory);
        QuickstartRun second = await QuickstartRun.Of("--data", _directory);

        first.Output.ShouldContain($"its data is kept in {_directory}.");
        second.ExitCode.ShouldBe(0, second.Output);
        second.Output.ShouldContain($"121,940 points of 7 series were found in {_directory}.");
        second.Table("Rows on the server")[1].ShouldBe(["17420"]);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_one_is_one_readable_line()
    {
        await File.WriteAllTextAsync(_directory, "");
        try
        {
            QuickstartRun run = await QuickstartRun.Of("--data", _directory);

            run.ExitCode.ShouldBe(1);
            run.Output.ShouldContain($"The directory {_directory} cannot be made");
        }
        finally
        {
            File.Delete(_directory);
        }
    }

    [Fact]
    public async Task A_directory_for_somebody_elses_server_is_refused()
    {
        QuickstartRun run = await QuickstartRun.Of("--data", _directory, "--endpoint", "Host=127.0.0.1;Port=1");

        run.ExitCode.ShouldNotBe(0);
        Directory.Exists(_directory).ShouldBeFalse();
    }
}
