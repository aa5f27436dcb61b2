using System.CommandLine;
using IoTDB.Conformance.Wire;
using IoTDB.Conformance.Wire.Replay;
using Spectre.Console;

namespace IoTDB.Conformance;

/// <summary>
/// <c>wire FOLDER</c>: decodes every recorded answer, re-encodes every recorded request, compares. With <c>--on</c> the requests are sent to a server
/// too, and its answers compared with the recorded ones.
/// </summary>
internal static class WireCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "Folder of recordings (*.txt) in the format of its README." };
        folder.AcceptExistingOnly();
        Option<bool> verbose = new("--verbose") { Description = "Prints every skipped frame too." };
        Option<string?> on = new("--on") { Description = "embedded, or HOST:PORT of a new server: the requests are sent there instead." };
        Command command = new("wire", "Decodes every recorded answer and re-encodes every recorded request, byte for byte.") { folder, verbose, on };
        command.SetAction(async (result, _) => result.GetValue(on) is { } target
            ? await ReplayPrinter.RunAsync(result.GetValue(folder)!, target)
            : Run(result.GetValue(folder)!, result.GetValue(verbose)));
        return command;
    }

    private static int Run(DirectoryInfo folder, bool verbose)
    {
        List<(string File, List<FrameResult> Results)> files = [.. folder.GetFiles("*.txt")
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, WireCheck.Run(RecordingFile.Read(file.FullName))))];

        Table table = new Table().Border(TableBorder.Simple).AddColumns("file", "passed", "failed", "skipped", "not yet");
        foreach ((string file, List<FrameResult> results) in files)
        {
            table.AddRow(
                Markup.Escape(file),
                Count(results, FrameOutcome.Passed),
                Count(results, FrameOutcome.Failed),
                Count(results, FrameOutcome.Skipped),
                Count(results, FrameOutcome.NotYet));
        }

        AnsiConsole.Write(table);
        List<FrameResult> all = [.. files.SelectMany(file => file.Results)];
        foreach (FrameResult result in all.Where(result => result.Outcome is FrameOutcome.Failed or FrameOutcome.NotYet || (verbose && result.Outcome == FrameOutcome.Skipped)))
        {
            Console.WriteLine($"{result.Outcome}: {result.File}:{result.Line} {result.Detail}");
        }

        Console.WriteLine($"{all.Count(result => result.Outcome == FrameOutcome.NotYet)} not yet");
        int failed = all.Count(result => result.Outcome == FrameOutcome.Failed);
        Console.WriteLine(
            $"{all.Count(result => result.Outcome == FrameOutcome.Passed)} passed, {failed} failed, "
            + $"{all.Count(result => result.Outcome is FrameOutcome.Skipped or FrameOutcome.NotYet)} skipped");
        return failed == 0 && all.Count > 0 ? 0 : 1;
    }

    private static string Count(List<FrameResult> results, FrameOutcome outcome) =>
        results.Count(result => result.Outcome == outcome) is > 0 and int count
            ? count.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : "";
}
