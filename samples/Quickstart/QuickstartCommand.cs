using System.CommandLine;
using Spectre.Console;

namespace Quickstart;

/// <summary>The command line.</summary>
internal static class QuickstartCommand
{
    /// <summary>Parses the arguments and runs the sample.</summary>
    /// <returns>0 when everything was stored and shown, 1 after an error, 130 after Ctrl+C.</returns>
    public static Task<int> RunAsync(string[] args, IAnsiConsole console, CancellationToken ct = default)
    {
        var endpoint = new Option<string?>("--endpoint", "-e")
        {
            Description = "Connection string of a server, for example \"Host=127.0.0.1;Port=6667;Username=root;Password=root\". "
                + "Without it, an embedded server is started in this process.",
        };
        var csv = new Option<string>("--csv")
        {
            Description = "File with the columns date,HUFL,HULL,MUFL,MULL,LUFL,LULL,OT; times are UTC. The device is named after the file.",
            DefaultValueFactory = static _ => QuickstartSettings.DefaultCsvFile,
        };
        var data = new Option<string?>("--data")
        {
            Description = "Directory for the embedded server's data: the next run finds it there. Without it, data is in memory.",
        };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Show the library's log: schema plans, sessions, statements." };
        var command = new RootCommand(
            "Loads two years of hourly readings of a transformer into Apache IoTDB and asks the server about them.")
        {
            endpoint,
            csv,
            data,
            verbose,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(endpoint) is not null && parsed.GetValue(data) is not null)
            {
                parsed.AddError("--data is where the embedded server keeps its data; the server of --endpoint keeps its own.");
            }
        });
        command.SetAction((parsed, token) => QuickstartApplication.RunAsync(
            new QuickstartSettings(parsed.GetValue(endpoint), parsed.GetValue(csv)!, parsed.GetValue(verbose), parsed.GetValue(data)), console, token));

        // The host listens for Ctrl+C itself; two listeners would race for the last word.
        return command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, ct);
    }
}
