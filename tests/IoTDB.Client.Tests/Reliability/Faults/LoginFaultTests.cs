using System.Net;
using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>What can be wrong between a name and a logged-in session.</summary>
public sealed class LoginFaultTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    [Proves("N-02"), Fault("F-06")]
    public async Task Second_address_is_used()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        await using IoTDBDataSource source = Named("two.example", server.Port, _ => [IPAddress.Parse("127.0.0.99"), IPAddress.Loopback]);

        await source.PingAsync();

        source.EndpointStatistics[0].Failures.ShouldBe(0, "one address of two is no failure of the endpoint");
    }

    [Fact]
    [Proves("N-02"), Fault("F-07")]
    public async Task Dns_change_is_followed()
    {
        await using FaultBench old = await FaultBench.StartAsync(ServerKind.Embedded);
        IPAddress current = IPAddress.Loopback;
        int lookups = 0;
        await using IoTDBDataSource source = Named("moving.example", old.Proxy.Port, _ =>
        {
            lookups++;
            return [current];
        });
        await source.PingAsync();

        current = IPAddress.Parse("127.0.0.2"); // where nothing listens
        old.Proxy.CutAll();
        (await Should.ThrowAsync<IoTDBConnectionException>(() => source.PingAsync())).Outcome.ShouldBe(Outcome.NotSent);
        current = IPAddress.Loopback;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await source.PingAsync();

        lookups.ShouldBe(3, "each connect asks again");
    }

    [Fact]
    [Fault("F-05")]
    public async Task A_resolver_that_hangs_is_abandoned_at_the_time_limit()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<IPAddress[]> never = new();
        IoTDBDataSourceBuilder builder = new("Host=hanging.example;Password=x;ConnectTimeout=00:00:05;OutageWait=00:00:00")
        {
            Resolver = (_, _) =>
            {
                asked.SetResult();
                return never.Task; // not even the token is heard
            },
        };
        await using IoTDBDataSource source = builder.UseTimeProvider(_clock).Build();
        Task<PingResult> ping = source.PingAsync();
        await asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(5));

        IoTDBTimeoutException late = await Should.ThrowAsync<IoTDBTimeoutException>(() => ping);

        (late.Phase, late.Outcome).ShouldBe((TimeoutPhase.Connect, Outcome.NotSent));
        source.Statistics.Open.ShouldBe(0);
    }

    [Fact]
    [Proves("P-29"), Fault("F-11")]
    public async Task A_locked_account_is_left_alone_until_it_may_be_tried_again()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        await using FaultBench bench = FaultBench.Start(server.ConnectionString, clock: _clock);
        server.FailNext(822, "openSession");
        IoTDBAuthenticationException locked = await Should.ThrowAsync<IoTDBAuthenticationException>(() => bench.Source.PingAsync());
        (locked.StatusCode, locked.IsTransient, locked.RetryAfter).ShouldBe((822, false, TimeSpan.FromSeconds(30)));

        _clock.Advance(TimeSpan.FromSeconds(29));
        (await Should.ThrowAsync<IoTDBAuthenticationException>(() => bench.Source.PingAsync())).RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
        bench.Proxy.Requests("openSession").ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await bench.Source.PingAsync();
    }

    [Fact]
    [Proves("K-07"), Fault("F-13")]
    public async Task A_password_callback_that_hangs_is_bounded_by_the_connect_timeout()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder("Host=127.0.0.1:1;ConnectTimeout=00:00:05;OutageWait=00:00:00")
            .UseTimeProvider(_clock)
            .UsePasswordProvider(_ =>
            {
                asked.TrySetResult();
                return new ValueTask<string>(new TaskCompletionSource<string>().Task);
            })
            .Build();
        Task<PingResult> ping = source.PingAsync();
        await asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<IoTDBTimeoutException>(() => ping)).Phase.ShouldBe(TimeoutPhase.Login);
        source.Statistics.Open.ShouldBe(0);
    }

    [Theory]
    [Fault("F-14")]
    [InlineData(201)]
    [InlineData(205)]
    public async Task A_server_of_another_version_or_without_the_dialect_is_refused_and_not_tried_again(int code)
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        await using FaultBench bench = FaultBench.Start(server.ConnectionString);
        server.FailNext(code, "openSession", count: 100);

        IoTDBException refused = await Should.ThrowAsync<IoTDBException>(() => bench.Source.PingAsync());

        refused.ShouldBeOfType<IoTDBProtocolException>().StatusCode.ShouldBe(code);
        (refused.IsTransient, refused.Outcome).ShouldBe((false, Outcome.NotSent));
        bench.Proxy.Requests("openSession").ShouldBe(1);
        bench.Source.Statistics.Open.ShouldBe(0);
    }

    [Theory]
    [Fault("F-15")]
    [InlineData(TimePrecision.Microseconds)]
    [InlineData(TimePrecision.Nanoseconds)]
    public async Task Precision_is_read_at_login_and_an_endpoint_that_disagrees_is_refused(TimePrecision precision)
    {
        await using EmbeddedIoTDB first = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Precision = precision });
        await using EmbeddedIoTDB other = await EmbeddedIoTDB.StartAsync();
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(
            $"Host=127.0.0.1:{first.Port},127.0.0.1:{other.Port};Username=root;Password=root;OutageWait=00:00:00").Build();
        await using SessionLease lease = await source.RentAsync();
        TimeScale scale = await source.GetTimeScaleAsync();

        await using SessionLease second = await source.RentAsync();
        await using SessionLease third = await source.RentAsync();

        // Whichever answered first: all sessions are of that one, and the other rests.
        new[] { lease, second, third }.ShouldAllBe(lent => lent.Session.TimeScale.Precision == scale.Precision);
        source.EndpointStatistics.Count(node => node.IsHealthy).ShouldBe(1);
    }

    [Theory]
    [Fault("F-33"), Proves("D-13")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_peer_that_speaks_the_other_encoding_is_recognised(bool compact)
    {
        await using OtherEncodingServer server = OtherEncodingServer.Start(compact);
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(
            $"Host=127.0.0.1:{server.Port};Password=x;OutageWait=00:00:00;RpcCompression={!compact}").Build();

        IoTDBProtocolException refused = await Should.ThrowAsync<IoTDBProtocolException>(() => source.PingAsync());

        refused.PeerHint.ShouldBe(PeerHint.ThriftOtherEncoding);
        refused.Message.ShouldContain($"RpcCompression={(compact ? "true" : "false")}");
        (refused.IsTransient, refused.Outcome).ShouldBe((false, Outcome.NotSent));
        server.Connections.ShouldBe(1);
    }

    [Theory, RealServer] // the embedded one takes both
    [Fault("F-33")]
    public async Task A_server_that_hangs_up_on_the_other_encoding_is_explained(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        bool compressed = (await TestServer.GetAsync(kind)).Contains("RpcCompression=true", StringComparison.OrdinalIgnoreCase);
        await using IoTDBDataSource source = bench.Another($"RpcCompression={!compressed};ConnectTimeout=00:00:15;OutageWait=00:00:00");

        IoTDBException refused = await Should.ThrowAsync<IoTDBException>(() => source.PingAsync());

        refused.Outcome.ShouldBe(Outcome.NotSent);
        refused.Message.ShouldMatch("dn_rpc_thrift_compression_enable|RpcCompression");
    }

    private IoTDBDataSource Named(string host, int port, Func<string, IPAddress[]> addresses)
    {
        IoTDBDataSourceBuilder builder = new($"Host={host}:{port};Username=root;Password=root;OutageWait=00:00:00")
        {
            Resolver = (name, _) => Task.FromResult(addresses(name)),
        };
        return builder.UseTimeProvider(_clock).Build();
    }
}
