using System.CommandLine;
using System.Globalization;
using IoTDB.Benchmarks.Peers;

namespace IoTDB.Benchmarks;

/// <summary><c>peers --port P</c>: the same work against one server by the Java client and by this library, one after the other.</summary>
internal static class PeersCommand
{
    public static Command Create()
    {
        Option<int> port = new("--port") { Description = "Port of an Apache IoTDB on this machine.", DefaultValueFactory = _ => 6667 };
        Option<string> bench = new("--bench") { Description = "The script that runs the Java client.", DefaultValueFactory = _ => "../shared/peers/java/bench" };
        Option<int> callers = new("--callers") { Description = "Concurrent callers of the write workloads.", DefaultValueFactory = _ => 4 };
        Option<int> rows = new("--rows") { Description = "Rows a write.", DefaultValueFactory = _ => 1000 };
        Option<int> total = new("--total") { Description = "Rows a query.", DefaultValueFactory = _ => 100_000 };
        Option<int> seconds = new("--seconds") { Description = "Length of a round.", DefaultValueFactory = _ => 5 };
        Option<int> rounds = new("--rounds") { Description = "Rounds; their median counts.", DefaultValueFactory = _ => 5 };
        Option<string[]> workloads = new("--workloads") { Description = "Which work.", DefaultValueFactory = _ => ["tablet", "records", "query"], AllowMultipleArgumentsPerToken = true };
        Command command = new("peers", "Measures client CPU a row beside the Java client, on one server.") { port, bench, callers, rows, total, seconds, rounds, workloads };
        command.SetAction(async (result, token) =>
        {
            PeerPlan plan = new(
                result.GetValue(port), Path.GetFullPath(result.GetValue(bench)!), result.GetValue(callers), result.GetValue(rows), result.GetValue(total),
                result.GetValue(seconds), result.GetValue(rounds));
            await RunAsync(plan, result.GetValue(workloads)!, token);
        });
        return command;
    }

    private static async Task RunAsync(PeerPlan plan, string[] workloads, CancellationToken token)
    {
        Console.WriteLine($"{"workload",-8} {"ours krows/s",13} {"CPU ns/row",11} {"Java krows/s",13} {"CPU ns/row",11} {"ours / Java",12}");
        await using NetPeer ours = new(plan);
        foreach (string workload in workloads)
        {
            PeerResult java = await JavaPeer.RunAsync(plan, workload, token);
            PeerResult net = await ours.RunAsync(workload, token);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{workload,-8} {net.RowsPerSecond / 1e3,13:F0} {net.NanosecondsPerRow,11:F0} {java.RowsPerSecond / 1e3,13:F0} {java.NanosecondsPerRow,11:F0} {net.NanosecondsPerRow / java.NanosecondsPerRow,12:F2}"));
        }
    }
}
