using System.CommandLine;
using System.Globalization;
using IoTDB.Benchmarks.Loopback;

namespace IoTDB.Benchmarks;

/// <summary><c>wire --port P</c>: tablets over loopback into the bench kit's null server, beside what hand-written code reaches there.</summary>
internal static class LoopbackCommand
{
    // Issue 5: client CPU a row at most 1.3 times the limit's, under 500 bytes a call.
    private const double MaxRatio = 1.3;
    private const double MaxBytesPerCall = 500;

    public static Command Create()
    {
        Option<int> port = new("--port") { Description = "Where the null server listens.", DefaultValueFactory = _ => 16667 };
        Option<int[]> callers = new("--callers") { Description = "Concurrent callers, one session each.", DefaultValueFactory = _ => [1, 4, 16], AllowMultipleArgumentsPerToken = true };
        Option<int> rows = new("--rows") { Description = "Rows a tablet.", DefaultValueFactory = _ => 1000 };
        Option<double> seconds = new("--seconds") { Description = "Length of a run.", DefaultValueFactory = _ => 1.5 };
        Option<int> repeats = new("--repeats") { Description = "Runs; their median counts.", DefaultValueFactory = _ => 5 };
        Command command = new("wire", "Measures tablets over loopback into the null server of the bench kit.") { port, callers, rows, seconds, repeats };
        command.SetAction(async (result, token) =>
        {
            LoopbackPlan plan = new(result.GetValue(port), result.GetValue(rows), TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(repeats));
            return await RunAsync(plan, result.GetValue(callers)!, token);
        });
        return command;
    }

    private static async Task<int> RunAsync(LoopbackPlan plan, int[] callers, CancellationToken token)
    {
        bool good = true;
        Console.WriteLine($"{"callers",7} {"Mrows/s",9} {"CPU ns/row",11} {"limit",9} {"ratio",6} {"B/call",8}");
        foreach (int count in callers)
        {
            double? limit = KitLoopback.NanosecondsPerRow(plan, count);
            LoopbackResult ours = await LoopbackRun.TakeAsync(plan, count, token);
            double? ratio = ours.NanosecondsPerRow / limit;
            bool within = ratio is null or <= MaxRatio && ours.BytesPerCall <= MaxBytesPerCall;
            good &= within;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count,7} {ours.RowsPerSecond / 1e6,9:F2} {ours.NanosecondsPerRow,11:F1} {limit?.ToString("F1", CultureInfo.InvariantCulture) ?? "n/a",9} {ratio?.ToString("F2", CultureInfo.InvariantCulture) ?? "n/a",6} {ours.BytesPerCall,8:F0}{(within ? "" : "  MISSED")}"));
        }

        return good ? 0 : 1;
    }
}
