using System.Net;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

public sealed class EndpointSetTests
{
    [Fact]
    [Proves("N-03")]
    public async Task Spread_and_rest()
    {
        EndpointBench bench = new();
        for (int i = 0; i < 9; i++)
        {
            await bench.OpenAsync();
        }

        Opened(bench).ShouldBe([3, 3, 3]);
        bench.Set.Closed(bench.Nodes[1]);
        (await bench.OpenAsync()).ShouldBe(bench.Nodes[1]);

        bench.Down(2);
        bench.Set.Closed(bench.Nodes[2]);
        (await bench.OpenAsync()).ShouldNotBe(bench.Nodes[2]);
        int connects = bench.Connects.Count;
        for (int i = 0; i < 10; i++)
        {
            await bench.OpenAsync();
        }

        bench.Connects.Skip(connects).ShouldNotContain(bench.Nodes[2]);
        bench.Events.ShouldBe(["node3 rests"]);
    }

    [Fact]
    [Proves("N-04"), Fault("F-01"), Fault("F-74")]
    public async Task A_dead_endpoint_costs_one_failed_connect_a_rest_and_nobody_an_error()
    {
        EndpointBench bench = new();
        bench.Down(0);
        for (int i = 0; i < 300; i++)
        {
            await bench.OpenAsync();
            bench.Clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        // 60 s: 50 ms doubling to 15 s, the shortest a rest can be here
        bench.Connects.Count(connect => connect == bench.Nodes[0]).ShouldBeInRange(9, 13);
        bench.Up(0);
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        await bench.OpenAsync();
        bench.Events.ShouldBe(["node1 rests", "node1 is back"]);
    }

    [Fact]
    [Proves("P-26")]
    public async Task Outage_is_probed_not_stormed()
    {
        EndpointBench bench = new(random: 0); // the shortest rests: the most connects
        await bench.OpenAsync();
        await bench.OpenAsync();
        await bench.OpenAsync();
        foreach (int node in new[] { 0, 1, 2 })
        {
            bench.Down(node);
            bench.Set.Broke(bench.Nodes[node]);
        }

        int before = bench.Connects.Count;
        for (int tick = 0; tick < 1200; tick++) // 60 s
        {
            Task<Endpoint>[] callers = [.. Enumerable.Range(0, 1000 / 10).Select(_ => bench.OpenAsync())];
            await Task.WhenAll(callers.Select(caller => Should.ThrowAsync<IoTDBConnectionException>(caller)));
            bench.Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        foreach (Endpoint node in bench.Nodes)
        {
            bench.Connects.Skip(before).Count(connect => connect == node).ShouldBeInRange(15, 30);
        }
    }

    [Fact]
    [Proves("P-26"), Proves("N-13"), Fault("F-75")]
    public async Task Callers_wait_for_the_one_probe_and_share_its_result()
    {
        EndpointBench bench = new(count: 1);
        bench.Down(0);
        await Should.ThrowAsync<IoTDBConnectionException>(() => bench.OpenAsync());
        IoTDBConnectionException fast = await Should.ThrowAsync<IoTDBConnectionException>(() => bench.OpenAsync());
        bench.Connects.Count.ShouldBe(1);
        fast.Outcome.ShouldBe(Outcome.NotSent);
        fast.InnerException!.Message.ShouldBe("node1:6667 refused");
        bench.Set.UntilNextTry.ShouldBe(TimeSpan.FromMilliseconds(50));

        bench.Clock.Advance(TimeSpan.FromMilliseconds(50));
        bench.Set.UntilNextTry.ShouldBe(TimeSpan.Zero);
        bench.Up(0);
        bench.HoldOpens();
        Task<Endpoint>[] callers = [.. Enumerable.Range(0, 100).Select(_ => bench.OpenAsync())];
        bench.InFlight.ShouldBe(1);
        bench.LetGo();
        await Task.WhenAll(callers);
        bench.Connects.Count.ShouldBe(101);
        bench.Set.Statistics(_ => 0)[0].ShouldBe(new EndpointStatistics
        {
            Endpoint = bench.Nodes[0],
            IsHealthy = true,
            Open = 100,
            RestLeft = TimeSpan.Zero,
            ConsecutiveFailures = 0,
            Failures = 1,
            Probes = 1,
            LeaderHints = 0,
        });
    }

    [Fact]
    public async Task A_cancelled_probe_leaves_its_place_to_the_next_caller()
    {
        EndpointBench bench = new(count: 1);
        bench.HoldOpens();
        using CancellationTokenSource source = new();
        Task<Endpoint> prober = bench.OpenAsync(ct: source.Token);
        Task<Endpoint> waiter = bench.OpenAsync();
        bench.Connects.Count.ShouldBe(1);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => prober);
        bench.LetGo();
        (await waiter).ShouldBe(bench.Nodes[0]);
    }

    [Fact]
    [Proves("C-09"), Fault("F-96")]
    public async Task Mass_cancellation_is_calm()
    {
        EndpointBench bench = new(count: 1);
        await bench.OpenAsync();
        bench.HoldOpens();
        using CancellationTokenSource source = new();
        Task<Endpoint>[] cancelled = [.. Enumerable.Range(0, 2000).Select(_ => bench.OpenAsync(ct: source.Token))];
        bench.InFlight.ShouldBe(4); // OpenConcurrency
        await source.CancelAsync();
        foreach (Task<Endpoint> call in cancelled)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        bench.MostInFlight.ShouldBe(4);
        bench.Connects.Count.ShouldBeLessThan(100);
        bench.LetGo();
        await bench.OpenAsync();
    }

    [Fact]
    [Proves("N-06"), Fault("F-81")]
    public async Task Gray_node_is_rested()
    {
        EndpointBench bench = new();
        IoTDBTimeoutException slow = new("slow") { Outcome = Outcome.Unknown };
        bench.Set.TimedOut(bench.Nodes[0], slow);
        bench.Set.TimedOut(bench.Nodes[0], slow);
        bench.Set.Answered(bench.Nodes[0], 100);
        bench.Set.TimedOut(bench.Nodes[0], slow);
        bench.Set.TimedOut(bench.Nodes[0], slow);
        bench.Set.IsHealthy(bench.Nodes[0]).ShouldBeTrue();
        bench.Set.TimedOut(bench.Nodes[0], slow);
        bench.Set.IsHealthy(bench.Nodes[0]).ShouldBeFalse();
        for (int i = 0; i < 4; i++)
        {
            (await bench.OpenAsync()).ShouldNotBe(bench.Nodes[0]);
        }
    }

    [Fact]
    [Proves("N-10"), Fault("F-76")]
    public async Task Redirect_to_dead_node()
    {
        EndpointBench bench = new();
        (await bench.OpenAsync(preferred: bench.Nodes[2])).ShouldBe(bench.Nodes[2]);
        bench.Down(2);
        (await bench.OpenAsync(preferred: bench.Nodes[2])).ShouldNotBe(bench.Nodes[2]);
        (await bench.OpenAsync(preferred: bench.Nodes[2], avoid: bench.Nodes[0])).ShouldBe(bench.Nodes[1]);
        bench.Connects.Count(connect => connect == bench.Nodes[2]).ShouldBe(2);
    }

    [Fact]
    public async Task A_long_rest_is_cut_short_when_the_last_healthy_endpoint_falls()
    {
        EndpointBench bench = new(count: 2, random: 0.999);
        bench.Down(0);
        for (int i = 0; i < 200; i++)
        {
            await bench.OpenAsync();
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        bench.Down(1);
        bench.Up(0);
        await ShouldOpenWithin(bench, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_refused_login_does_not_make_an_endpoint_rest()
    {
        EndpointBench bench = new(count: 2);
        await Should.ThrowAsync<IoTDBAuthenticationException>(() => bench.Set.OpenAsync<int>(
            (endpoint, _, _) => throw new IoTDBAuthenticationException("wrong password"), null, null, TimeSpan.FromSeconds(5), default).AsTask());
        bench.Set.IsHealthy(bench.Nodes[0]).ShouldBeTrue();
        bench.Set.IsHealthy(bench.Nodes[1]).ShouldBeTrue();
    }

    [Fact]
    [Fault("F-02")]
    public async Task Every_endpoint_gets_its_share_of_the_time()
    {
        EndpointBench bench = new();
        List<TimeSpan> shares = [];
        await Should.ThrowAsync<IoTDBTimeoutException>(() => bench.Set.OpenAsync<int>(
            (endpoint, limit, _) =>
            {
                shares.Add(limit);
                bench.Clock.Advance(limit);
                throw new IoTDBTimeoutException("silent") { Phase = TimeoutPhase.Connect, Endpoint = endpoint };
            },
            null, null, TimeSpan.FromSeconds(6), default).AsTask());
        shares.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    [Proves("N-09")]
    public void A_recommended_address_means_the_endpoint_that_was_reached_there()
    {
        EndpointBench bench = new();
        bench.Set.Configured("10.0.0.2", 6667).ShouldBeNull();
        bench.Set.Reached(bench.Nodes[1], IPAddress.Parse("10.0.0.2"));
        bench.Set.Configured("10.0.0.2", 6667).ShouldBe(bench.Nodes[1]);
        bench.Set.Configured("10.0.0.2", 6668).ShouldBeNull();
        bench.Set.Configured("NODE3", 6667).ShouldBe(bench.Nodes[2]);
    }

    private static int[] Opened(EndpointBench bench) => [.. bench.Set.Statistics(_ => 0).Select(node => node.Open)];

    private static async Task ShouldOpenWithin(EndpointBench bench, TimeSpan time)
    {
        long start = bench.Clock.GetTimestamp();
        while (true)
        {
            try
            {
                await bench.OpenAsync();
                break;
            }
            catch (IoTDBConnectionException) when (bench.Clock.GetElapsedTime(start) < time)
            {
                bench.Clock.Advance(TimeSpan.FromMilliseconds(100));
            }
        }

        bench.Clock.GetElapsedTime(start).ShouldBeLessThanOrEqualTo(time);
    }
}
