using System.Globalization;
using System.Text.RegularExpressions;
using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>A data source that reaches its server through a fault proxy, and one that reaches it directly to look at what became of it.</summary>
internal sealed partial class FaultBench : IAsyncDisposable
{
    public const string Database = "root.reliability_tests";

    private readonly string _server;
    private EmbeddedIoTDB? _owned;

    private FaultBench(string server, FaultProxy proxy, IoTDBDataSource source, IoTDBDataSource direct)
    {
        _server = server;
        Proxy = proxy;
        Source = source;
        Direct = direct;
    }

    public FaultProxy Proxy { get; }

    /// <summary>Through the proxy.</summary>
    public IoTDBDataSource Source { get; }

    /// <summary>Past the proxy.</summary>
    public IoTDBDataSource Direct { get; }

    /// <summary>A device no other test uses.</summary>
    public string Device { get; } = $"{Database}.{TestNames.Unique()}";

    public static async Task<FaultBench> StartAsync(ServerKind kind, string more = "", TimeProvider? clock = null) =>
        Start(await TestServer.GetAsync(kind), more, clock);

    /// <summary>A server whose answers come in many pages, and a device with so many rows: few and small ones where that can be had.</summary>
    public static async Task<(FaultBench Bench, int Rows)> StartPagedAsync(ServerKind kind, int pages, string more = "", TimeProvider? clock = null)
    {
        FaultBench bench;
        int rows;
        if (kind == ServerKind.Embedded)
        {
            EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { MaxBlockRows = 2 });
            bench = Start(server.ConnectionString, "FetchSize=2;" + more, clock);
            bench._owned = server;
            rows = pages * 2;
        }
        else
        {
            bench = await StartAsync(kind, "FetchSize=1000;" + more, clock);
            rows = pages * 4000; // a real server sends whole blocks of about 3855 rows, however few are asked for
        }

        await bench.FillAsync(rows);
        return (bench, rows);
    }

    public static FaultBench Start(string server, string more = "", TimeProvider? clock = null)
    {
        int port = int.Parse(PortOf().Match(server).Groups[1].Value, CultureInfo.InvariantCulture);
        FaultProxy proxy = FaultProxy.Start(port, clock);
        return new FaultBench(server, proxy, Build(server, proxy.Port, more, clock), new IoTDBDataSourceBuilder(server).Build());
    }

    /// <summary>One more data source through the proxy.</summary>
    public IoTDBDataSource Another(string more = "", TimeProvider? clock = null) => Build(_server, Proxy.Port, more, clock);

    /// <summary>Writes one value with its time, as a typed write that may be repeated.</summary>
    public static async Task WriteAsync(Session session, string device, long time, double value, CancellationToken ct = default)
    {
        using Tablet tablet = new(device, [("v", TsDataType.Double)], capacity: 1);
        tablet.Add(time, value);
        await session.InsertTabletAsync(tablet, sorted: true, ct);
    }

    /// <summary>Writes values 0 … count - 1 at these times, directly.</summary>
    public async Task FillAsync(int count)
    {
        using Tablet tablet = new(Device, [("v", TsDataType.Double)], capacity: count);
        for (int i = 0; i < count; i++)
        {
            tablet.Add((long)i, (double)i);
        }

        await using SessionLease lease = await Direct.RentAsync();
        await lease.Session.InsertTabletAsync(tablet, sorted: true);
    }

    /// <summary>Time and value of every row of the device, as the server has them.</summary>
    public async Task<Dictionary<long, double>> StoredAsync(string? device = null)
    {
        await using SessionLease lease = await Direct.RentAsync();
        return await ReadAsync(lease.Session, $"select v from {device ?? Device}");
    }

    public static async Task<Dictionary<long, double>> ReadAsync(Session session, string sql, CancellationToken ct = default)
    {
        Dictionary<long, double> rows = [];
        await using ResultSet results = await session.ExecuteQueryAsync(sql, cancellationToken: ct);
        while (await results.ReadAsync(ct))
        {
            rows.Add(results.GetTimestamp(), results.Get<double>(0));
        }

        return rows;
    }

    /// <summary>Runs something without faults and says which request it sent first after the login, and how long request and answer were.</summary>
    public async Task<(string Method, int Request, int Answer)> RehearseAsync(Func<Task> call, string? method = null)
    {
        int before = Proxy.Frames.Count;
        await call();
        List<ProxiedFrame> seen = [.. Proxy.Frames.Skip(before)];
        method ??= seen.First(frame => frame.Frame.Method is not ("openSession" or "requestStatementId")).Frame.Method!;
        return (method, Length(FaultDirection.ToServer), Length(FaultDirection.ToClient));

        int Length(FaultDirection direction) =>
            (int)seen.First(frame => frame.Direction == direction && frame.Frame.Method == method).Frame.Length;
    }

    /// <summary>Nothing is lent, opening or waiting, and what is open is idle.</summary>
    public static void ShouldBeAtRest(IoTDBDataSource source)
    {
        PoolStatistics pool = source.Statistics;
        (pool.Leased, pool.Opening, pool.Waiters).ShouldBe((0, 0, 0));
        pool.Open.ShouldBe(pool.Idle);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Direct.DisposeAsync();
        await Proxy.DisposeAsync();
        if (_owned is not null)
        {
            await _owned.DisposeAsync();
        }
    }

    private static IoTDBDataSource Build(string server, int port, string more, TimeProvider? clock)
    {
        IoTDBDataSourceBuilder builder = new(PortOf().Replace(server, $"Port={port}") + ";" + more);
        return (clock is null ? builder : builder.UseTimeProvider(clock)).Build();
    }

    [GeneratedRegex(@"Port=(\d+)")]
    private static partial Regex PortOf();
}
