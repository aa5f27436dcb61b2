using System.Globalization;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Programs around the client that do what one should not, or change under it.</summary>
public sealed class CallerTests
{
    [Theory, EmbeddedServer, RealServer]
    [Fault("F-98")]
    public async Task A_caller_that_blocks_its_only_thread_is_not_waited_for(ServerKind kind)
    {
        (FaultBench paged, int count) = await FaultBench.StartPagedAsync(kind, pages: 3, "MaxOpen=1");
        await using FaultBench bench = paged;
        using Tablet tablet = new(bench.Device, [("v", TsDataType.Double)], capacity: 1);
        tablet.Add(0L, 0.0);
        TaskCompletionSource<int> read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Thread window = new(() =>
        {
            // Whatever is posted here is never run: the thread that would run it is blocked, as a window's is.
            SynchronizationContext.SetSynchronizationContext(new DeafContext());
            try
            {
                Block(bench.Source.PingAsync());
                SessionLease lease = Block(bench.Source.RentAsync().AsTask());
                Task<SessionLease> waiting = bench.Source.RentAsync().AsTask();
                Block(lease.Session.InsertTabletAsync(tablet, sorted: true));
                Block(lease.DisposeAsync().AsTask());
                lease = Block(waiting);
                ResultSet results = Block(lease.Session.ExecuteQueryAsync($"select v from {bench.Device}").AsTask());
                int rows = 0;
                while (Block(results.ReadAsync().AsTask()))
                {
                    rows++;
                }

                Block(results.DisposeAsync().AsTask());
                Block(lease.DisposeAsync().AsTask());
                Block(bench.Source.DisposeAsync().AsTask());
                read.SetResult(rows);
            }
            catch (Exception failure)
            {
                read.SetException(failure);
            }
        });
        window.Start();

        (await read.Task.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe(count);
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-102"), Proves("S-06")]
    public async Task Results_are_the_same_in_every_culture(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        CultureInfo before = CultureInfo.CurrentCulture;
        List<(string Culture, string Rows)> seen = [];
        try
        {
            int time = 0;
            foreach (string name in new[] { "", "tr-TR", "ar-SA", "de-DE", "fa-IR", "fi-FI" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                string device = $"{bench.Device}.c{++time}";
                await using SessionLease lease = await bench.Source.RentAsync();
                await FaultBench.WriteAsync(lease.Session, device, -1234567, -1234.5678);
                double big = 1e-7;
                await bench.Source.ExecuteAsync($"insert into {DevicePath.Parse(device)}(time, v) values ({98765L}, {big})");
                Dictionary<long, double> rows = await FaultBench.ReadAsync(lease.Session, $"select v from {device}");
                seen.Add((name, string.Join(' ', rows.Select(row => FormattableString.Invariant($"{row.Key}={row.Value:R}")))));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        seen.ShouldAllBe(run => run.Rows == "-1234567=-1234.5678 98765=1E-07");
    }

    private static void Block(Task task) => task.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue("it waits for the thread that waits for it");

    private static T Block<T>(Task<T> task)
    {
        Block((Task)task);
        return task.GetAwaiter().GetResult();
    }

    private sealed class DeafContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
            // nobody runs it
        }
    }
}
