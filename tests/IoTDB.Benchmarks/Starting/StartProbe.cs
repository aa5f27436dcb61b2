using System.Diagnostics;
using System.Runtime;
using IoTDB.Benchmarks.Embedded;
using IoTDB.Client;
using IoTDB.Embedded;

namespace IoTDB.Benchmarks.Starting;

/// <summary>One process's first answer: what is measured in a process that did nothing before, and written as a line for <see cref="StartCommand"/>.</summary>
internal sealed class StartProbe
{
    /// <summary>First argument of such a process.</summary>
    public const string Argument = "first-answer";

    private readonly List<StageReading> _stages = new(8);
    private TimeSpan _busy;
    private long _methods;
    private long _started;

    private StartProbe()
    {
        // What measuring itself needs is compiled before it counts.
        End("");
        End("");
        _stages.Clear();
    }

    public static async Task<int> RunAsync(string way)
    {
        StartProbe probe = new();
        probe.Begin();
        await (way switch
        {
            "thin" => probe.ThinAsync(),
            "version" => probe.VersionAsync(),
            "row" => probe.RowAsync(),
            _ => throw new ArgumentException($"'{way}' is no way to a first answer.", nameof(way)),
        });
        Console.WriteLine(string.Join(';', probe._stages));
        return 0;
    }

    private async Task ThinAsync()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        End("server");
        using RawConnection connection = new(server.Port);
        End("login");
        connection.Execute("SHOW VERSION");
        End("SHOW VERSION");
    }

    private async Task VersionAsync()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        End("server");
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString).Build();
        End("data source");
        await using SessionLease lease = await source.RentAsync();
        End("login");
        await using (ResultSet rows = await lease.Session.ExecuteQueryAsync("SHOW VERSION"))
        {
            while (await rows.ReadAsync())
            {
                rows.Get<string>(0);
            }
        }

        End("SHOW VERSION");
    }

    private async Task RowAsync()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        End("server");
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString).Build();
        End("data source");
        await using SessionLease lease = await source.RentAsync();
        End("login");
        await lease.Session.ExecuteNonQueryAsync("INSERT INTO root.bench.first(time, v) VALUES (1, 2.5)");
        End("INSERT");
        await using (ResultSet rows = await lease.Session.ExecuteQueryAsync("SELECT v FROM root.bench.first"))
        {
            while (await rows.ReadAsync())
            {
                rows.Get<double>(0);
            }
        }

        End("SELECT");
    }

    private void Begin()
    {
        _busy = Busy();
        _methods = JitInfo.GetCompiledMethodCount();
        _started = Stopwatch.GetTimestamp();
    }

    private void End(string stage)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_started);
        _stages.Add(new StageReading(stage, elapsed.TotalMilliseconds, (Busy() - _busy).TotalMilliseconds, JitInfo.GetCompiledMethodCount() - _methods));
        Begin();
    }

    private static TimeSpan Busy()
    {
        using Process process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
