using System.Diagnostics;
using System.Globalization;
using IoTDB.Client;
using IoTDB.Embedded;

namespace IoTDB.Soak;

/// <summary>A process that runs out of file descriptors (F-16) is told so, loses no place of the pool, and goes on when there are some again.</summary>
internal static class DescriptorSoak
{
    private const int Descriptors = 256;
    private const int Wanted = 400;

    public static async Task<bool> RunAsync()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        ProcessStartInfo start = new("bash");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("ulimit -n $1; shift; exec \"$@\"");
        string[] arguments = ["poor", Text(Descriptors), "dotnet", typeof(DescriptorSoak).Assembly.Location, "descriptors-inside", Text(server.Port)];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process child = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        await child.WaitForExitAsync();
        return child.ExitCode == 0;
    }

    /// <summary>What the process with few descriptors does.</summary>
    public static async Task<bool> InsideAsync(int port)
    {
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder($"Host=127.0.0.1;Port={port};Username=root;Password=root;MaxOpen={Wanted};OutageWait=0").Build();
        List<SessionLease> leases = [];
        IoTDBException? failure = null;
        while (failure is null && leases.Count < Wanted)
        {
            try
            {
                leases.Add(await source.RentAsync());
            }
            catch (IoTDBException refused)
            {
                failure = refused;
            }
        }

        PoolStatistics full = source.Statistics;
        foreach (SessionLease lease in leases)
        {
            await lease.DisposeAsync();
        }

        await source.ClearAsync();
        await Task.Delay(TimeSpan.FromSeconds(1)); // the rest of an endpoint that could not be reached
        PingResult again = await source.PingAsync();
        bool told = failure is IoTDBConnectionException { IsTransient: true, Outcome: Outcome.NotSent } && failure.Message.Contains("open files", StringComparison.Ordinal);
        Console.WriteLine($"descriptors: {Descriptors} allowed, {leases.Count} sessions, then: {failure?.Message} Open {full.Open}, leased {full.Leased}; afterwards {again.Version} answers");
        return told && full.Open == leases.Count && full.Leased == leases.Count;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
