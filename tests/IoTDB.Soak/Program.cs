using System.Globalization;
using IoTDB.Soak;

// One line a result, so that docs/reliability.md can quote it; the exit code is 1 when a promise was broken.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string what = args.Length > 0 ? args[0] : "";
int count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
bool kept = what switch
{
    "echo" => await EchoSoak.RunAsync(count > 0 ? count : 1_000_000),
    "kill" => await KillSoak.RunAsync(count > 0 ? count : 10, walMode: args.Contains("--async") ? "ASYNC" : "SYNC"),
    "node" => await NodeSoak.RunAsync(count > 0 ? count : 5, fresh: args.Contains("--fresh"), log: args.Contains("--log")),
    "pool" => PoolSoak.Run(count > 0 ? count : 1_000_000),
    "starved" => await StarvedSoak.RunAsync(count > 0 ? count : 20_000),
    "descriptors" => await DescriptorSoak.RunAsync(),
    "descriptors-inside" => await DescriptorSoak.InsideAsync(count),
    _ => Usage(),
};
return kept ? 0 : 1;

static bool Usage()
{
    Console.WriteLine("""
        echo [CALLS]            calls under random cancellation on the embedded server (1,000,000)
        kill [ROUNDS] [--async] kill -9 of a real one-node server under 8 writers (10)
        node [ROUNDS] [--fresh] kill -9 of one of three real nodes under 8 writers (5); --fresh: while regions of a new database are made; --log: what the client says
        pool [SCHEDULES]        the pool against its model (1,000,000)
        starved [CALLS]         all worker threads blocked for 10 s in the middle of calls (20,000)
        descriptors             a process that runs out of file descriptors
        """);
    return false;
}
