using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using IoTDB.Benchmarks.Starting;

namespace IoTDB.Benchmarks;

/// <summary><c>start</c>: from the call that starts the embedded server to the first answer, in processes of their own.</summary>
internal static class StartCommand
{
    private static readonly (string Argument, string Title)[] s_ways =
    [
        ("thin", "thinnest client, SHOW VERSION"),
        ("version", "data source, SHOW VERSION"),
        ("row", "data source, one row inserted and read"),
    ];

    public static Command Create()
    {
        Option<int> processes = new("--processes") { Description = "Processes of each kind.", DefaultValueFactory = _ => 25 };
        Command command = new("start", "Measures the first answer of the embedded server in fresh processes: clock, processor time, methods compiled.") { processes };
        command.SetAction((result, ct) => RunAsync(result.GetValue(processes), ct));
        return command;
    }

    private static async Task<int> RunAsync(int processes, CancellationToken ct)
    {
        Console.WriteLine($"{"medians",-42} {"ms",8} {"least",8} {"busy ms",8} {"methods",8}");
        foreach ((string argument, string title) in s_ways)
        {
            StageReading[][] runs = new StageReading[processes][];
            for (int i = 0; i < processes; i++)
            {
                runs[i] = await MeasureAsync(argument, ct);
            }

            Print(title, [.. runs.Select(Sum)]);
            for (int stage = 0; stage < runs[0].Length; stage++)
            {
                Print("  " + runs[0][stage].Name, [.. runs.Select(run => run[stage])]);
            }
        }

        return 0;
    }

    private static async Task<StageReading[]> MeasureAsync(string way, CancellationToken ct)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "IoTDB.Benchmarks.dll"));
        }

        start.ArgumentList.Add(StartProbe.Argument);
        start.ArgumentList.Add(way);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0
            ? [.. output.Trim().Split(';').Select(StageReading.Parse)]
            : throw new InvalidOperationException($"The process that was to measure '{way}' ended with {process.ExitCode}.");
    }

    private static StageReading Sum(StageReading[] stages) =>
        new("", stages.Sum(stage => stage.Milliseconds), stages.Sum(stage => stage.Busy), stages.Sum(stage => stage.Methods));

    private static void Print(string title, StageReading[] readings) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{title,-42} {Median(readings, r => r.Milliseconds),8:F1} {readings.Min(r => r.Milliseconds),8:F1} {Median(readings, r => r.Busy),8:F1} {Median(readings, r => r.Methods),8:F0}"));

    private static double Median(StageReading[] readings, Func<StageReading, double> value) => readings.Select(value).Order().ElementAt(readings.Length / 2);
}
