using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

public sealed class LeaderCacheTests
{
    private readonly EndpointBench _bench = new();

    [Fact]
    [Proves("N-07")]
    [Fault("F-114")]
    public void Redirect_cache_is_bounded()
    {
        LeaderCache cache = new(_bench.Set, _bench.Clock, _bench, capacity: 1000);
        for (int i = 0; i < 100_000; i++)
        {
            cache.Learn($"root.sg.d{i}", "node2", 6667, _bench.Nodes[0]);
            cache.Find("root.sg.d0").ShouldBe(_bench.Nodes[1], "what is used stays");
        }

        cache.Count.ShouldBeLessThanOrEqualTo(1000);
        cache.Find("root.sg.d99999").ShouldBe(_bench.Nodes[1]);
        cache.Find("root.sg.d5").ShouldBeNull();
    }

    [Theory]
    [Proves("N-08"), Fault("F-77")]
    [InlineData("0.0.0.0", 6667)]
    [InlineData("::", 6667)]
    [InlineData("", 6667)]
    [InlineData(null, 6667)]
    [InlineData("node2", 0)]
    [InlineData("127.0.0.1", 6667)]
    [InlineData("localhost", 6667)]
    public void Useless_hints_are_ignored(string? host, int port)
    {
        LeaderCache cache = New();
        cache.Learn("root.sg.d", host, port, _bench.Nodes[0]);
        cache.Find("root.sg.d").ShouldBeNull();
        _bench.Events.ShouldBeEmpty();
    }

    [Fact]
    [Proves("N-09"), Fault("F-79")]
    public void A_foreign_host_is_never_taken_and_reported_once()
    {
        LeaderCache cache = New();
        for (int i = 0; i < 10; i++)
        {
            cache.Learn($"root.sg.d{i}", "evil.example", 6667, _bench.Nodes[0]);
            cache.Find($"root.sg.d{i}").ShouldBeNull();
        }

        _bench.Events.ShouldBe(["evil.example:6667 ignored"]);
    }

    [Fact]
    [Proves("N-11"), Fault("F-78")]
    public void Redirect_loop()
    {
        LeaderCache cache = New();
        for (int i = 0; i < 10; i++)
        {
            cache.Learn("root.sg.d", _bench.Nodes[i % 2].Host, 6667, _bench.Nodes[2]);
        }

        cache.Find("root.sg.d").ShouldBeNull("hints that flap are ignored");
        _bench.Clock.Advance(TimeSpan.FromSeconds(59));
        cache.Learn("root.sg.d", "node1", 6667, _bench.Nodes[2]);
        cache.Find("root.sg.d").ShouldBeNull();
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        cache.Learn("root.sg.d", "node1", 6667, _bench.Nodes[2]);
        cache.Find("root.sg.d").ShouldBe(_bench.Nodes[0]);
    }

    [Fact]
    [Proves("N-10")]
    public void Hints_to_an_endpoint_that_fell_are_forgotten_together()
    {
        LeaderCache cache = New();
        cache.Learn("root.sg.a", "node1", 6667, _bench.Nodes[2]);
        cache.Learn("root.sg.b", "node2", 6667, _bench.Nodes[2]);
        cache.CountOf(_bench.Nodes[0]).ShouldBe(1);
        cache.Forget(_bench.Nodes[0]);
        cache.Find("root.sg.a").ShouldBeNull();
        cache.Find("root.sg.b").ShouldBe(_bench.Nodes[1]);
        cache.CountOf(_bench.Nodes[0]).ShouldBe(0);
        cache.Learn("root.sg.a", "node1", 6667, _bench.Nodes[2]);
        cache.Find("root.sg.a").ShouldBe(_bench.Nodes[0]);
    }

    private LeaderCache New() => new(_bench.Set, _bench.Clock, _bench);
}
