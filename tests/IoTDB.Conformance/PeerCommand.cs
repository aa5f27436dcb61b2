using System.CommandLine;
using System.Globalization;
using IoTDB.Benchmarks.Peers;
using IoTDB.Client;
using IoTDB.Conformance.Peers;
using IoTDB.Conformance.Sql;
using IoTDB.Embedded;
using Spectre.Console;

namespace IoTDB.Conformance;

/// <summary><c>peer --on embedded|HOST:PORT</c>: lets the published Java client do its work on a server and checks every row it left there.</summary>
internal static class PeerCommand
{
    public static Command Create()
    {
        Option<string> on = new("--on") { Description = "embedded, or HOST:PORT of a server on this machine whose root.peer may be dropped.", Required = true };
        Option<string> bench = new("--bench") { Description = "The script that runs the Java client.", DefaultValueFactory = _ => "../shared/peers/java/bench" };
        Command command = new("peer", "Runs the published Java client on a server and checks what it stored and read.") { on, bench };
        command.SetAction((result, token) => RunAsync(result.GetValue(on)!, Path.GetFullPath(result.GetValue(bench)!), token));
        return command;
    }

    private static async Task<int> RunAsync(string on, string bench, CancellationToken token)
    {
        if (!SqlTarget.TryParse(on, out SqlTarget target) || target.Host is not (null or "127.0.0.1" or "localhost"))
        {
            await Console.Error.WriteLineAsync($"--on: '{on}' is neither 'embedded' nor 127.0.0.1:PORT.");
            return 1;
        }

        if (!File.Exists(bench))
        {
            await Console.Error.WriteLineAsync($"--bench: there is no {bench}.");
            return 1;
        }

        int failed = 0;
        Table table = new Table().Border(TableBorder.Simple).AddColumns("workload", "rows checked", "result");
        foreach (PeerWorkload workload in PeerWorkload.All)
        {
            await Console.Error.WriteLineAsync($"{workload.Name} …");
            try
            {
                long rows = await RunAsync(workload, target, bench, token);
                table.AddRow(workload.Name, rows.ToString("N0", CultureInfo.InvariantCulture), "right");
            }
            catch (Exception failure) when (failure is PeerDifferenceException or InvalidOperationException or IoTDBException)
            {
                failed++;
                table.AddRow(workload.Name, "", Markup.Escape(failure.Message));
            }
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"{PeerWorkload.All.Count - failed} passed, {failed} failed, 0 skipped");
        return failed == 0 ? 0 : 1;
    }

    private static async Task<long> RunAsync(PeerWorkload workload, SqlTarget target, string bench, CancellationToken token)
    {
        await using EmbeddedIoTDB? server = target.Host is null ? await EmbeddedIoTDB.StartAsync(cancellationToken: token) : null;
        int port = server?.Port ?? target.Port;
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder($"Host=127.0.0.1;Port={port};Username=root;Password=root").Build();
        await DropAsync(source, token);
        PeerPlan plan = new(port, bench, workload.Callers, workload.RowsInCall, PeerWorkload.Total, Seconds: 1, Rounds: 1);
        PeerResult result = await JavaPeer.RunAsync(plan, workload.Name, token);
        double inCall = result.RowsPerSecond / result.CallsPerSecond!.Value;
        if (workload.RowsAnswered is { } answered && Math.Abs(inCall - answered) > 0.02 * answered)
        {
            throw new PeerDifferenceException($"A call gave {inCall:F0} rows, asked for {answered}.");
        }

        PeerCheck check = new(source, workload);
        await check.RunAsync(token);
        return check.Rows;
    }

    private static async Task DropAsync(IoTDBDataSource source, CancellationToken token)
    {
        await using SessionLease lease = await source.RentAsync(token);
        try
        {
            await lease.Session.DeleteTimeseriesAsync(["root.peer.java.**"], token);
        }
        catch (IoTDBSchemaException nothing) when (nothing.Kind == SchemaErrorKind.NotFound)
        {
            // The client has not run here before.
        }
    }
}
