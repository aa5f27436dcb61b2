using System.CommandLine;
using IoTDB.Conformance.Sql;

namespace IoTDB.Conformance;

/// <summary><c>record FILE --on HOST:PORT</c>: runs statements separated by blank lines and prints them as a recording.</summary>
internal static class RecordCommand
{
    public static Command Create()
    {
        Argument<FileInfo> file = new("file") { Description = "Statements separated by blank lines; '#' starts a comment, 'timezone ZONE' sets the zone." };
        file.AcceptExistingOnly();
        Option<string> on = new("--on") { Description = "HOST:PORT of a server.", Required = true };
        Option<string> dialect = new("--dialect") { Description = "tree or table.", DefaultValueFactory = _ => "tree" };
        Command command = new("record", "Runs statements and prints them with their answers as a recording.") { file, on, dialect };
        command.SetAction((result, _) => RunAsync(result.GetValue(file)!, result.GetValue(on)!, result.GetValue(dialect)!));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string on, string dialect)
    {
        if (!SqlTarget.TryParse(on, out SqlTarget target) || target.Host is null)
        {
            await Console.Error.WriteLineAsync($"--on: '{on}' is not HOST:PORT.");
            return 1;
        }

        await using SqlSession session = new(target.Host, target.Port, dialect);
        await session.OpenAsync();
        string[] blocks = (await File.ReadAllTextAsync(file.FullName)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        foreach (string block in blocks)
        {
            string statement = string.Join('\n', block.Split('\n').Where(line => !line.StartsWith('#'))).Trim('\n');
            if (statement.StartsWith("timezone ", StringComparison.Ordinal))
            {
                await session.SetTimeZoneAsync(statement["timezone ".Length..]);
                Console.WriteLine(statement + "\n");
            }
            else if (statement.Length > 0)
            {
                Console.WriteLine(RecordingWriter.Write(statement, await session.ExecuteAsync(statement)));
            }
        }

        return 0;
    }
}
