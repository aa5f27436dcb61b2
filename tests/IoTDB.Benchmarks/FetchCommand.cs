using System.CommandLine;
using System.Globalization;
using IoTDB.Benchmarks.Fetching;
using IoTDB.Client;

namespace IoTDB.Benchmarks;

/// <summary><c>fetch --port P</c>: how many rows to ask for in one answer, on a real server.</summary>
internal static class FetchCommand
{
    private static readonly int[] s_sizes = [1_000, 5_000, 10_000, 20_000, 50_000];

    public static Command Create()
    {
        Option<int> port = new("--port") { Description = "Where the server listens.", DefaultValueFactory = _ => 6667 };
        Option<int> rounds = new("--rounds") { Description = "Rounds, each with every size; medians count.", DefaultValueFactory = _ => 9 };
        Command command = new("fetch", "Compares fetch sizes on a real server.") { port, rounds };
        command.SetAction((result, _) => RunAsync(result.GetValue(port), result.GetValue(rounds)));
        return command;
    }

    private static async Task<int> RunAsync(int port, int rounds)
    {
        Console.WriteLine($"{"rows",-8} {"FetchSize",9} {"first row ms",13} {"all ms",9} {"CPU ns/row",11}");
        foreach (FetchShape shape in FetchShape.All)
        {
            Dictionary<int, IoTDBDataSource> sources = s_sizes.ToDictionary(size => size, size => Source(port, size));
            await FetchRun.FillAsync(sources[s_sizes[0]], shape);
            Dictionary<int, List<(double First, double All, double Cpu)>> runs = s_sizes.ToDictionary(size => size, _ => new List<(double, double, double)>());
            for (int round = -1; round < rounds; round++)
            {
                foreach (int size in s_sizes)
                {
                    (double, double, double) run = await FetchRun.ReadAsync(sources[size], shape);
                    if (round >= 0)
                    {
                        runs[size].Add(run);
                    }
                }
            }

            foreach (int size in s_sizes)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{shape.Name,-8} {size,9} {Median(runs[size], run => run.First),13:F1} {Median(runs[size], run => run.All),9:F1} {Median(runs[size], run => run.Cpu),11:F1}"));
                await sources[size].DisposeAsync();
            }
        }

        return 0;
    }

    private static IoTDBDataSource Source(int port, int fetchSize) =>
        new IoTDBDataSourceBuilder($"Host=127.0.0.1;Port={port};Username=root;Password=root;FetchSize={fetchSize}").Build();

    private static double Median(List<(double First, double All, double Cpu)> runs, Func<(double First, double All, double Cpu), double> of) =>
        runs.Select(of).Order().ElementAt(runs.Count / 2);
}
