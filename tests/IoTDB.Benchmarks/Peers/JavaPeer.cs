using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace IoTDB.Benchmarks.Peers;

/// <summary>The published Java client, run as a process of its own.</summary>
internal static class JavaPeer
{
    /// <exception cref="InvalidOperationException">It did not answer with a result.</exception>
    public static async Task<PeerResult> RunAsync(PeerPlan plan, string workload, CancellationToken token)
    {
        ProcessStartInfo start = new(plan.Bench) { RedirectStandardOutput = true };
        string[] arguments =
        [
            "127.0.0.1", Text(plan.Port), workload, $"callers={(workload == "query" ? 1 : plan.Callers)}", $"rows={plan.Rows}", $"total={plan.Total}",
            $"seconds={plan.Seconds}", $"rounds={plan.Rounds}",
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        string line = output.Split('\n').LastOrDefault(text => text.StartsWith('{'))
            ?? throw new InvalidOperationException($"The Java client gave no result for '{workload}': {output}");
        using JsonDocument result = JsonDocument.Parse(line);
        return new PeerResult(
            result.RootElement.GetProperty("rows_per_s").GetDouble(),
            result.RootElement.GetProperty("client_cpu_ns_per_row").GetDouble(),
            result.RootElement.GetProperty("calls_per_s").GetDouble());
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
