using System.CommandLine;
using System.Text.Json;
using IoTDB.Benchmarks.Codec;
using IoTDB.Benchmarks.Measuring;

namespace IoTDB.Benchmarks;

/// <summary><c>codec</c>: the cases that stay in memory, from rows to frames and from replies to rows.</summary>
internal static class CodecCommand
{
    public static Command Create()
    {
        Option<FileInfo?> json = new("--json") { Description = "Writes a JSON line for every case into this file." };
        Option<bool> quick = new("--quick") { Description = "For a look: short runs, numbers not to be quoted." };
        Option<string?> filter = new("--filter") { Description = "Only cases whose name contains one of these, separated by commas." };
        Command command = new("codec", "Measures the cases that stay in memory.") { json, quick, filter };
        command.SetAction(result => Run(result.GetValue(json), result.GetValue(quick), result.GetValue(filter)));
        return command;
    }

    private static int Run(FileInfo? json, bool quick, string? filter)
    {
        MeasuringPlan plan = quick ? MeasuringPlan.Quick : MeasuringPlan.Full;
        using StreamWriter? lines = json?.CreateText();
        bool good = true;
        Console.WriteLine(CaseReport.Header);
        foreach (CodecCase codecCase in CodecCases.All.Where(candidate => filter is null || filter.Split(',').Any(part => candidate.Name.Contains(part, StringComparison.OrdinalIgnoreCase))))
        {
            using CodecCase measuredCase = codecCase;
            codecCase.Prepare();
            Measurement measured = Measurement.Take(codecCase.Run, KitLimits.Find(codecCase.Name), plan);
            CaseReport report = new(codecCase, measured);
            good &= report.IsWithinTarget;
            Console.WriteLine(report);
            lines?.WriteLine(JsonSerializer.Serialize(new { @case = codecCase.Name, ns_per_row = Math.Round(report.NanosecondsPerRow, 3), bytes_per_row = Math.Round(report.BytesPerRow, 3) }));
            lines?.Flush();
        }

        return good || quick ? 0 : 1;
    }
}
