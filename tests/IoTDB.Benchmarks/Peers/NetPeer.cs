using System.Diagnostics;
using System.Globalization;
using IoTDB.Client;
using IoTDB.Orm;

namespace IoTDB.Benchmarks.Peers;

/// <summary>This library on the workloads of the Java client, as its users call it: repositories and sessions from the pool.</summary>
internal sealed class NetPeer(PeerPlan plan) : IAsyncDisposable
{
    private const long FirstTime = 1_700_000_000_000;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);

    private readonly IoTDBDataSource _source =
        new IoTDBDataSourceBuilder($"Host=127.0.0.1;Port={plan.Port};Username=root;Password=root;MaxOpen={plan.Callers};FetchSize=10000").Build();

    private long _clock = FirstTime;

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    public async Task<PeerResult> RunAsync(string workload, CancellationToken token)
    {
        if (workload == "query")
        {
            await FillAsync(token);
        }

        Func<Task<long>>[] calls = [.. Enumerable.Range(0, workload == "query" ? 1 : plan.Callers).Select(caller => CallOf(workload, caller, token))];
        await RoundAsync(calls, s_warmUp);
        await RoundAsync(calls, s_warmUp);
        List<PeerResult> rounds = [];
        for (int round = 0; round < plan.Rounds; round++)
        {
            TimeSpan cpu = Environment.CpuUsage.TotalTime;
            long began = Stopwatch.GetTimestamp();
            long rows = await RoundAsync(calls, TimeSpan.FromSeconds(plan.Seconds));
            double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            rounds.Add(new PeerResult(rows / seconds, (Environment.CpuUsage.TotalTime - cpu).TotalNanoseconds / rows));
        }

        return new PeerResult(Median(rounds, one => one.RowsPerSecond), Median(rounds, one => one.NanosecondsPerRow));
    }

    private Func<Task<long>> CallOf(string workload, int caller, CancellationToken token)
    {
        PeerReading[] rows = PeerReading.Make(plan.Rows, caller);
        IRepository<PeerReading> readings = _source.Repository<PeerReading>();
        return workload switch
        {
            "tablet" => async () =>
            {
                Stamp(rows);
                return (await readings.InsertAsync(rows, token)).Rows;
            },
            "records" => async () =>
            {
                Stamp(rows);
                await using SessionLease lease = await _source.RentAsync(token);
                await lease.Session.InsertAlignedRecordsAsync(RecordsOf(rows), token);
                return rows.Length;
            },
            "query" => async () =>
            {
                DeviceQuery<PeerReading> query = readings.Query(PeerReading.Device("net", "d0")).Since(DateTimeOffset.FromUnixTimeMilliseconds(FirstTime)).Take(plan.Total);
                return (await query.ToListAsync(token)).Count;
            },
            _ => throw new ArgumentException($"'{workload}' is none of tablet, records, query.", nameof(workload)),
        };
    }

    private async Task FillAsync(CancellationToken token)
    {
        PeerReading[] rows = PeerReading.Make(10_000, 0);
        for (int filled = 0; filled < plan.Total; filled += rows.Length)
        {
            Stamp(rows);
            await _source.Repository<PeerReading>().InsertAsync(rows, token);
        }
    }

    private void Stamp(PeerReading[] rows)
    {
        long start = Interlocked.Add(ref _clock, rows.Length) - rows.Length;
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i].Time = start + i;
        }
    }

    private static List<Record> RecordsOf(PeerReading[] rows)
    {
        DevicePath device = DevicePath.Parse(string.Create(CultureInfo.InvariantCulture, $"root.peer.net_records.{rows[0].Caller}"));
        List<Record> records = new(rows.Length);
        foreach (PeerReading row in rows)
        {
            records.Add(new Record(device, row.Time)
                .Add("temperature", row.Temperature).Add("pressure", row.Pressure).Add("speed", row.Speed)
                .Add("counter", row.Counter).Add("running", row.Running).Add("note", row.Note));
        }

        return records;
    }

    private static async Task<long> RoundAsync(Func<Task<long>>[] calls, TimeSpan length)
    {
        long start = Stopwatch.GetTimestamp();
        long[] rows = await Task.WhenAll(calls.Select(call => Task.Run(async () =>
        {
            long moved = 0;
            while (Stopwatch.GetElapsedTime(start) < length)
            {
                moved += await call();
            }

            return moved;
        })));
        return rows.Sum();
    }

    private static double Median(List<PeerResult> rounds, Func<PeerResult, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
