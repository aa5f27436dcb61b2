using System.Globalization;
using System.Net.Sockets;
using IoTDB.Conformance.Sql;
using Spectre.Console;

namespace IoTDB.Conformance.Wire.Replay;

/// <summary>Plays a folder of recordings on a server and prints a table by file, what differs, and the sums.</summary>
internal static class ReplayPrinter
{
    /// <summary>0 if no answer differs that should not.</summary>
    public static async Task<int> RunAsync(DirectoryInfo folder, string on)
    {
        if (!SqlTarget.TryParse(on, out SqlTarget target))
        {
            await Console.Error.WriteLineAsync($"--on: '{on}' is neither 'embedded' nor HOST:PORT.");
            return 1;
        }

        List<string> paths = [.. folder.GetFiles("*.txt").Select(file => file.FullName)];
        IReadOnlyList<ReplayReport> reports;
        try
        {
            reports = target.Host is null ? await ReplayRunner.RunEmbeddedAsync(paths) : await ReplayRunner.RunAsync(paths, target.Host, target.Port);
        }
        catch (SocketException failure)
        {
            await Console.Error.WriteLineAsync($"{on}: {failure.Message}");
            return 1;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumns("file", "passed", "failed", "known");
        foreach (ReplayReport report in reports)
        {
            table.AddRow(Markup.Escape(report.File), Text(report.Equal), Text(report.Differences.Count), Text(report.Known.Count));
        }

        AnsiConsole.Write(table);
        foreach (string text in reports.SelectMany(report => report.Differences.Concat(report.Known)))
        {
            Console.WriteLine(text);
        }

        int failed = reports.Sum(report => report.Differences.Count);
        int passed = reports.Sum(report => report.Equal);
        Console.WriteLine($"{paths.Count - reports.Count} files of the table model, of a cluster, of another protocol or of broken frames are not played");
        Console.WriteLine($"{passed} passed, {failed} failed, {reports.Sum(report => report.Known.Count)} skipped");
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private static string Text(int count) => count > 0 ? count.ToString(CultureInfo.InvariantCulture) : string.Empty;
}
