using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using IoTDB.Benchmarks.Embedded;
using IoTDB.Embedded;

namespace IoTDB.Benchmarks;

/// <summary><c>embedded</c>: the embedded server over loopback: later starts, one row there and back, ten million points in, scanned, aggregated; the same with storage.</summary>
internal static class EmbeddedCommand
{
    private const int TabletRows = 1000;

    public static Command Create()
    {
        Option<int> points = new("--points") { Description = "Points to store.", DefaultValueFactory = _ => 10_000_000 };
        Command command = new("embedded", "Measures the embedded server over loopback, with the thinnest client there is.") { points };
        command.SetAction((result, _) => RunAsync(result.GetValue(points)));
        return command;
    }

    private static async Task<int> RunAsync(int points)
    {
        // The first of a process is another thing, and measured by itself: StartCommand.
        await StartAsync();
        double[] starts = new double[15];
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = await StartAsync();
        }

        Print("start to first answer, later in a process, median of 15", Median(starts), "ms");
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        using RawConnection connection = new(server.Port);
        Print("one row inserted and read back, median of the first 5000", OneRow(connection, 0), "µs");
        OneRow(connection, 1);
        OneRow(connection, 2);
        OneRow(connection, 3);
        Print("  median of 5000 after 20,000, all compiled", OneRow(connection, 4), "µs");
        Load(connection, points);
        await DurableCases.RunAsync(points, Print);
        return 0;
    }

    private static async Task<double> StartAsync()
    {
        long start = Stopwatch.GetTimestamp();
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        using RawConnection connection = new(server.Port);
        connection.Execute("SHOW VERSION");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double OneRow(RawConnection connection, int block)
    {
        double[] times = new double[5000];
        for (int round = block * times.Length; round < (block + 1) * times.Length; round++)
        {
            var tablet = TabletSource.Make("root.bench.one", round, 1);
            long start = Stopwatch.GetTimestamp();
            connection.Insert(tablet);
            connection.Execute($"SELECT m0, m9 FROM root.bench.one WHERE time = {round}");
            times[round % times.Length] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return Median(times);
    }

    private static void Load(RawConnection connection, int points)
    {
        int tablets = points / TabletRows / TabletSource.Columns;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Stopwatch inserting = new();
        for (int i = 0; i < tablets; i++)
        {
            var tablet = TabletSource.Make("root.bench.many", (long)i * TabletRows, TabletRows);
            inserting.Start();
            connection.Insert(tablet);
            inserting.Stop();
        }

        Print("points in", points / inserting.Elapsed.TotalSeconds / 1e6, "million/s");
        Print("memory a point", (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)points, "bytes");
        Print("points scanned to the client", points / Best(() => connection.Drain("SELECT * FROM root.bench.many")) / 1e6, "million/s");
        string aggregates = string.Join(", ", TabletSource.Measurements.Select(name => $"avg({name}), max_value({name})"));
        Print("points aggregated (avg, max_value)", points / Best(() => connection.Drain($"SELECT {aggregates} FROM root.bench.many")) / 1e6, "million/s");
        Print(
            "points in windows (avg, 1000 rows each)",
            points / Best(() => connection.Drain($"SELECT avg(*) FROM root.bench.many GROUP BY ([0, {tablets * TabletRows}), 1s)")) / 1e6,
            "million/s");
    }

    // Seconds of the best of three runs.
    private static double Best(Action run) => Enumerable.Range(0, 3).Min(_ =>
    {
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    });

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static void Print(string what, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-50} {value,10:F2} {unit}"));
}
