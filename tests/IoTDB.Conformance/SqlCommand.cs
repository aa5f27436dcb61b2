using System.CommandLine;
using System.Net.Sockets;
using IoTDB.Conformance.Sql;
using Spectre.Console;

namespace IoTDB.Conformance;

/// <summary><c>sql FOLDER --on embedded|HOST:PORT</c>: runs every recorded statement and compares the answers.</summary>
internal static class SqlCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "Folder of recordings (*.iotdb) in the format of its README." };
        folder.AcceptExistingOnly();
        Option<string> on = new("--on") { Description = "embedded, or HOST:PORT of a server.", Required = true };
        Option<FileInfo?> report = new("--report") { Description = "File for what differs." };
        Command command = new("sql", "Runs every recorded statement and compares statuses, columns, types and rows.") { folder, on, report };
        command.SetAction((result, _) => RunAsync(result.GetValue(folder)!, result.GetValue(on)!, result.GetValue(report)));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, string on, FileInfo? report)
    {
        if (!SqlTarget.TryParse(on, out SqlTarget target))
        {
            await Console.Error.WriteLineAsync($"--on: '{on}' is neither 'embedded' nor HOST:PORT.");
            return 1;
        }

        List<SqlResult> all = [];
        Table table = new Table().Border(TableBorder.Simple).AddColumns("file", "passed", "failed", "faults refused", "skipped", "other text");
        foreach (FileInfo file in folder.GetFiles("*.iotdb").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            IReadOnlyList<SqlResult> results;
            try
            {
                results = await target.RunAsync(file.FullName);
            }
            catch (Exception failure) when (failure is SocketException or InvalidOperationException or RecordingFormatException or OperationCanceledException)
            {
                await Console.Error.WriteLineAsync($"{file.Name} on {on}: {failure.Message}");
                return 1;
            }

            all.AddRange(results);
            table.AddRow(Markup.Escape(file.Name), Count(results, SqlOutcome.Passed), Count(results, SqlOutcome.Failed),
                Count(results, SqlOutcome.FaultRefused), Count(results, SqlOutcome.Skipped), Text(results.Count(result => result.MessageDiffers)));
        }

        AnsiConsole.Write(table);
        await WriteAsync(all, report);
        int failed = all.Count(result => result.Outcome == SqlOutcome.Failed);
        int passed = all.Count(result => result.Outcome == SqlOutcome.Passed);
        Console.WriteLine($"{all.Count(result => result.Outcome == SqlOutcome.FaultRefused)} faults of the recorded release refused instead");
        Console.WriteLine($"{passed} passed, {failed} failed, {all.Count(result => result.Outcome == SqlOutcome.Skipped)} skipped");
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private static async Task WriteAsync(List<SqlResult> results, FileInfo? report)
    {
        await using TextWriter? file = report is null ? null : new StreamWriter(report.FullName);
        foreach (SqlResult result in results.Where(result => result.Outcome is SqlOutcome.Failed or SqlOutcome.FaultRefused))
        {
            string text = $"{result.Outcome}: {result.Place}\n  {result.Record.Sql}\n  {result.Detail}";
            await (file ?? Console.Out).WriteLineAsync(text);
        }

        foreach (SqlResult result in results.Where(result => result.MessageDiffers && file is not null))
        {
            await file!.WriteLineAsync($"Other text: {result.Place}\n  {result.Record.Sql}\n  recorded {result.Record.Message}");
        }
    }

    private static string Count(IReadOnlyList<SqlResult> results, SqlOutcome outcome) => Text(results.Count(result => result.Outcome == outcome));

    private static string Text(int count) => count > 0 ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty;
}
