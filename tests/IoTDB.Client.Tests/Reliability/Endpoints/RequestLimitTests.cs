using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>What makes a limit of an endpoint known, and what makes it go away.</summary>
public sealed class RequestLimitTests
{
    private const int Large = 8_000_000;
    private readonly EndpointBench _bench = new();

    private EndpointSet Set => _bench.Set;

    private Endpoint Node => _bench.Nodes[0];

    [Fact]
    [Fault("F-72")]
    public void One_cut_says_nothing_and_two_on_connections_of_before_are_one()
    {
        int before = Set.CutsSeen(Node);
        Cut(Large, before).ShouldBeNull();
        Cut(Large, before).ShouldBeNull("it was open when the first was cut");
        Most().ShouldBe(RequestLimit.None);

        IoTDBRequestTooLargeException tooLarge = Cut(Large).ShouldNotBeNull("made, and its login answered, after the cut before");
        tooLarge.Message.ShouldContain("8000000 bytes");
        tooLarge.Message.ShouldContain("dn_thrift_max_frame_size");
        (tooLarge.Outcome, tooLarge.IsTransient, tooLarge.Endpoint).ShouldBe((Outcome.NotSent, false, Node));
        Most().ShouldBe(Large / 2);
        Set.MostRequestBytes(_bench.Nodes[1]).ShouldBe(RequestLimit.None);
        Set.MostRequestBytes(null).ShouldBe(Large / 2, "nobody knows where it will go");
        Set.IsHealthy(Node).ShouldBeTrue();
    }

    [Fact]
    [Fault("F-72")]
    public void Cuts_that_are_far_apart_or_have_a_large_answer_between_them_are_not_in_a_row()
    {
        Cut(Large).ShouldBeNull();
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Cut(Large).ShouldBeNull();
        Set.Answered(Node, Large);
        Cut(Large).ShouldBeNull();
        Set.Answered(Node, 1000);
        Cut(Large).ShouldNotBeNull("a small answer says nothing about large requests");
    }

    [Fact]
    [Fault("F-72")]
    public void Small_requests_are_never_suspected_and_their_cut_clears_the_large_ones()
    {
        for (int i = 0; i < 10; i++)
        {
            Cut(RequestLimit.LargestUnsuspected).ShouldBeNull();
        }

        Suspect();
        Cut(1000).ShouldBeNull();
        Most().ShouldBe(RequestLimit.None);
    }

    [Fact]
    [Fault("F-72")]
    public async Task An_endpoint_that_cannot_be_reached_was_not_cutting_for_size()
    {
        Cut(Large).ShouldBeNull();
        _bench.Down(0);
        await Should.ThrowAsync<IoTDBConnectionException>(async () => await Set.OpenAsync(
            static (endpoint, _, _) => ValueTask.FromException<Endpoint>(new IoTDBConnectionException("refused") { Endpoint = endpoint, Outcome = Outcome.NotSent }),
            Node, null, TimeSpan.FromSeconds(5), CancellationToken.None));
        Cut(Large).ShouldBeNull();
    }

    [Fact]
    [Fault("F-72")]
    public void A_limit_is_lowered_at_once_until_an_answer_confirms_it_and_is_said_once()
    {
        Suspect();
        Cut(4_000_000).ShouldNotBeNull();
        Cut(2_000_000).ShouldNotBeNull();
        Most().ShouldBe(1_000_000);
        Set.Refusal(Node, Large).ShouldBeNull("not believed yet");
        _bench.Events.ShouldBeEmpty();

        Set.Answered(Node, 10_000);
        Set.Refusal(Node, Large).ShouldBeNull("logins are as small");
        Set.Answered(Node, 900_000);

        IoTDBRequestTooLargeException refusal = Set.Refusal(Node, 2_000_000).ShouldNotBeNull();
        refusal.Message.ShouldContain("cut the connection over one of 2000000");
        refusal.Message.ShouldContain("1000000 at most");
        Set.Refusal(Node, 1_999_999).ShouldBeNull("nobody knows");
        Set.Refusal(null, 2_000_000).ShouldBeNull("the others may take it");
        _bench.Events.ShouldBe(["node1 takes 1000000"]);
        Statistics().RequestLimit.ShouldBe(1_000_000);

        Cut(800_000).ShouldBeNull("below a limit that is believed one cut says nothing again");
        Most().ShouldBe(1_000_000);
    }

    [Fact]
    [Fault("F-72")]
    public void A_limit_grows_back_when_its_cause_is_gone()
    {
        Confirm();
        _bench.Clock.Advance(TimeSpan.FromMinutes(9));
        Most().ShouldBe(4_000_000);
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));

        Set.Refusal(Node, Large).ShouldNotBeNull();
        Most().ShouldBe(Large, "twice as much is tried");
        Set.Refusal(Node, Large).ShouldBeNull();
        Set.Answered(Node, 7_900_000);
        Most().ShouldBe(2 * Large, "at once");
        Set.Answered(Node, 15_000_000);
        for (int i = 0; i < 8; i++)
        {
            Set.Answered(Node, Most());
        }

        Most().ShouldBe(RequestLimit.None);
        Statistics().RequestLimit.ShouldBeNull();
    }

    [Fact]
    [Fault("F-72")]
    public void A_limit_that_still_holds_costs_one_cut_and_is_tried_less_often()
    {
        Confirm();
        foreach (int minutes in new[] { 10, 20, 40, 80, 120, 120 })
        {
            _bench.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Most().ShouldBe(4_000_000);
            _bench.Clock.Advance(TimeSpan.FromSeconds(1));
            Most().ShouldBe(Large);
            Cut(7_000_000).ShouldNotBeNull();
            Most().ShouldBe(4_000_000);
        }

        _bench.Events.Count.ShouldBe(1);
    }

    [Fact]
    [Fault("F-72")]
    public void What_was_never_confirmed_is_forgotten()
    {
        Suspect();
        _bench.Clock.Advance(TimeSpan.FromMinutes(10));
        Most().ShouldBe(RequestLimit.None);
    }

    [Fact]
    [Fault("F-72")]
    public void A_status_needs_no_second_opinion()
    {
        Set.Refused(Node, 100_000, 308);
        Most().ShouldBe(50_000);
        Set.Refusal(Node, 100_000).ShouldNotBeNull().Message.ShouldContain("answered 308 (THRIFT_FRAME_OVERSIZE) to one of 100000");
        Set.Refused(Node, 50_000, 308);
        Set.Refused(Node, 60_000, 308);
        Most().ShouldBe(25_000, "one that was on its way before says nothing new");
        Cut(1000).ShouldBeNull();
        Most().ShouldBe(25_000);
        _bench.Events.ShouldBe(["node1 takes 50000", "node1 takes 25000"]);
        for (int bytes = 25_000; bytes > 0; bytes /= 2)
        {
            Set.Refused(Node, bytes, 308);
        }

        Most().ShouldBe(4096, "smaller requests would be no use to anybody");
    }

    private int Most() => Set.MostRequestBytes(Node);

    private EndpointStatistics Statistics() => Set.Statistics(static _ => 0)[0];

    private void Suspect()
    {
        Cut(Large).ShouldBeNull();
        Cut(Large).ShouldNotBeNull();
    }

    private void Confirm()
    {
        Suspect();
        Set.Answered(Node, 3_900_000);
        Statistics().RequestLimit.ShouldBe(4_000_000);
    }

    // On a connection that was made just before, unless said otherwise.
    private IoTDBRequestTooLargeException? Cut(int bytes, int? seen = null) =>
        Set.Cut(new IoTDBConnectionException("cut") { Endpoint = Node, Outcome = Outcome.NotSent, RequestBytes = bytes }, seen ?? Set.CutsSeen(Node));
}
