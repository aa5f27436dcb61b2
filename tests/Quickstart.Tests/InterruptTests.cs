using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using IoTDB.Client;
using IoTDB.Embedded;
using Shouldly;
using Xunit;

namespace Quickstart.Tests;

/// <summary>Ctrl+C, as a process of its own gets it.</summary>
public sealed partial class InterruptTests
{
    private const int FileRows = 2_000_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Ctrl_C_stops_in_the_middle_of_the_file_and_says_how_many_rows_are_stored()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        string file = WriteLongFile();
        using Process process = Start(server.ConnectionString, file);
        await WaitForRows(server.ConnectionString);

        using (Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        string output = await process.StandardOutput.ReadToEndAsync().WaitAsync(s_patience);
        await process.WaitForExitAsync().WaitAsync(s_patience);

        process.ExitCode.ShouldBe(130, output);
        output.ShouldContain("Stopped. ");
        Match said = StoredRows().Match(output);
        said.Success.ShouldBeTrue(output);
        int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeInRange(1, FileRows - 1);
        File.Delete(file);
    }

    // Long enough that nobody finishes it before the signal: two million hours.
    private static string WriteLongFile()
    {
        string file = Path.Combine(Path.GetTempPath(), $"long_{Guid.NewGuid():N}.csv");
        using var writer = new StreamWriter(file);
        writer.WriteLine("date,HUFL,HULL,MUFL,MULL,LUFL,LULL,OT");
        var time = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int i = 0; i < FileRows; i++)
        {
            writer.WriteLine($"{time.AddMinutes(i):yyyy-MM-dd HH:mm:ss},1,2,3,4,5,6,7");
        }

        return file;
    }

    [GeneratedRegex(@"(\d+) rows are stored")]
    private static partial Regex StoredRows();

    private static Process Start(string endpoint, string file)
    {
        string dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        string[] command = [dotnet, typeof(QuickstartCommand).Assembly.Location, "--endpoint", endpoint, "--csv", file];
        if (OperatingSystem.IsLinux())
        {
            command = ["env", "--default-signal=INT", .. command]; // a shell's background job ignores Ctrl+C, and so do its children
        }

        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
    }

    private static async Task WaitForRows(string endpoint)
    {
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder(endpoint).Build();
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            await using SessionLease lease = await db.RentAsync(patience.Token);
            await using ResultSet rows = await lease.Session.ExecuteQueryAsync("SELECT count(oil_temperature) FROM root.power.**", cancellationToken: patience.Token);
            if (await rows.ReadAsync(patience.Token) && rows.Columns.Count > 0 && rows.Get<long>(0) > 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
