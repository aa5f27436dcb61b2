using System.Diagnostics;
using Spectre.Console;

namespace Quickstart.Tests;

/// <summary>One run of the sample in this process, and what it printed.</summary>
internal sealed record QuickstartRun(int ExitCode, string Output, TimeSpan Elapsed)
{
    public static async Task<QuickstartRun> Of(params string[] args)
    {
        var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 200;
        long start = Stopwatch.GetTimestamp();
        int exitCode = await QuickstartCommand.RunAsync(args, console);
        return new QuickstartRun(exitCode, output.ToString(), Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Rows of the table under a title, the header first.</summary>
    public string[][] Table(string title) =>
    [
        .. Output.ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => !line.Contains(title, StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.Length > 0 && "┌│├└".Contains(line[0], StringComparison.Ordinal))
            .Where(line => line[0] == '│')
            .Select(line => line.Trim('│').Split('│', StringSplitOptions.TrimEntries)),
    ];

    /// <summary>The line after a table: the statement that was sent.</summary>
    public string Sql(string title) => Output.ReplaceLineEndings("\n").Split('\n')
        .SkipWhile(line => !line.Contains(title, StringComparison.Ordinal))
        .SkipWhile(line => !line.StartsWith('└')).Skip(1).First();
}
