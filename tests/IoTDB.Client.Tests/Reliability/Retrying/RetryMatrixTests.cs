using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>The table of reliability.md 3.3, cell by cell: how often a call is tried that keeps failing in one way.</summary>
public sealed class RetryMatrixTests
{
    private static readonly Endpoint s_node = new("node", 6667);

    [Theory]
    [Proves("R-01"), Proves("R-02"), Proves("R-03"), Proves("R-04"), Proves("R-05"), Proves("R-06"), Proves("R-07"), Proves("R-09")]
    //                             stale socket  802  717  606  reset after sending  301 within 10 s
    [InlineData(CallKind.Query, true, 3, 3, 3, 2, true)]
    [InlineData(CallKind.Fetch, false, 1, 1, 1, 1, false)]
    [InlineData(CallKind.Write, true, 3, 3, 3, 3, true)]
    [InlineData(CallKind.Statement, true, 3, 3, 1, 1, false)]
    [InlineData(CallKind.Delete, true, 3, 3, 1, 1, false)]
    [InlineData(CallKind.Create, true, 3, 3, 3, 3, true)]
    [InlineData(CallKind.Drop, true, 3, 3, 1, 1, false)]
    [InlineData(CallKind.Close, false, 1, 1, 1, 1, false)]
    internal async Task R_matrix(CallKind kind, bool repeatsUnsent, int loggedOut, int refused, int rejected, int unknown, bool survivesFailOver)
    {
        (await AttemptsUntilGivenUp(kind, Unsent) > 3).ShouldBe(repeatsUnsent);
        (await AttemptsUntilGivenUp(kind, LoggedOut)).ShouldBe(loggedOut);
        (await AttemptsUntilGivenUp(kind, TooManyQueries)).ShouldBe(refused);
        (await AttemptsUntilGivenUp(kind, MemoryRejected)).ShouldBe(rejected);
        (await AttemptsUntilGivenUp(kind, Reset)).ShouldBe(unknown);
        (await AttemptsUntilGivenUp(kind, FailOver) > 3).ShouldBe(survivesFailOver);
    }

    [Theory]
    [InlineData(CallKind.Query)]
    [InlineData(CallKind.Write)]
    [InlineData(CallKind.Create)]
    internal async Task What_cannot_get_better_is_never_repeated(CallKind kind)
    {
        Func<IoTDBException>[] final =
        [
            () => new IoTDBAuthenticationException("wrong password") { StatusCode = 801, Outcome = Outcome.NotSent },
            () => new IoTDBTlsException("no") { Outcome = Outcome.NotSent },
            () => new IoTDBRequestTooLargeException("no") { Outcome = Outcome.NotSent },
            () => new IoTDBProtocolException("no") { Outcome = Outcome.Unknown },
            () => new IoTDBSyntaxException("no") { StatusCode = 700, Outcome = Outcome.Rejected },
            () => new IoTDBException("trigger") { StatusCode = 1302, Outcome = Outcome.Unknown },
            () => new IoTDBTimeoutException("query") { StatusCode = 720, Phase = TimeoutPhase.ServerQuery, Outcome = Outcome.Rejected },
            () => new PoolTimeoutException("full") { Outcome = Outcome.NotSent },
        ];
        foreach (Func<IoTDBException> failure in final)
        {
            (await AttemptsUntilGivenUp(kind, failure)).ShouldBe(1, failure().Message);
        }
    }

    [Fact]
    [Proves("R-03")]
    public async Task A_repeat_goes_to_another_endpoint_and_says_so()
    {
        RetrierBench bench = new();
        (await bench.RunAsync(CallKind.Write, [Reset, () => null])).ShouldBe(2);
        bench.Attempts.ShouldBe([new Attempt(1, null), new Attempt(2, s_node)]);
    }

    [Fact]
    public async Task A_doubt_is_not_taken_back_by_a_later_certainty()
    {
        RetrierBench bench = new();
        IoTDBException failure = await Should.ThrowAsync<IoTDBException>(() => bench.RunAsync(CallKind.Write, [Reset, Unsent]));
        failure.Outcome.ShouldBe(Outcome.Unknown);
        failure.Attempts.ShouldBe(bench.Attempts.Count);
        failure.EarlierFailures.Count.ShouldBe(bench.Attempts.Count - 1);
        failure.EarlierFailures[0].ShouldBeOfType<IoTDBConnectionException>();
    }

    [Fact]
    [Proves("C-01")]
    public async Task No_wait_goes_past_the_deadline()
    {
        RetrierBench bench = new() { UntilNextTry = TimeSpan.FromSeconds(2) };
        long start = bench.Clock.GetTimestamp();
        await Should.ThrowAsync<IoTDBConnectionException>(() => bench.RunAsync(CallKind.Statement, [Unsent], timeLeft: TimeSpan.FromSeconds(3)));
        bench.Attempts.Count.ShouldBe(2);
        bench.Clock.GetElapsedTime(start).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 5)]
    public async Task An_outage_is_waited_out_for_OutageWait_and_no_longer(int seconds, int attempts)
    {
        RetrierBench bench = new(TimeSpan.FromSeconds(seconds)) { UntilNextTry = TimeSpan.FromSeconds(2) };
        long start = bench.Clock.GetTimestamp();
        await Should.ThrowAsync<IoTDBConnectionException>(() => bench.RunAsync(CallKind.Delete, [Unsent]));
        bench.Attempts.Count.ShouldBe(attempts);
        bench.Clock.GetElapsedTime(start).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    [Proves("E-08"), Fault("F-145")]
    public async Task Config_node_restart_is_survived()
    {
        RetrierBench bench = new();
        long start = bench.Clock.GetTimestamp();
        await bench.RunAsync(CallKind.Write, [FailOver, FailOver, FailOver, FailOver, FailOver, () => null]);
        bench.Attempts.Count.ShouldBe(6);
        bench.Clock.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [Proves("E-08"), Fault("F-145")]
    [InlineData(CallKind.Query)]
    [InlineData(CallKind.Write)]
    [InlineData(CallKind.Create)]
    internal async Task A_fail_over_that_never_ends_is_given_up_with_the_outage_wait_and_says_so(CallKind kind)
    {
        RetrierBench bench = new();
        long start = bench.Clock.GetTimestamp();
        IoTDBException failure = await Should.ThrowAsync<IoTDBException>(() => bench.RunAsync(kind, [FailOver]));
        bench.Clock.GetElapsedTime(start).ShouldBeInRange(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(10));
        bench.Budget.Available.ShouldBeGreaterThan(0, "it was the wait that ended, not the budget");
        (failure.Outcome, failure.Attempts).ShouldBe((Outcome.Unknown, bench.Attempts.Count));
        failure.Message.ShouldContain("OutageWait is 10 s");
        failure.Message.ShouldContain($"tried {bench.Attempts.Count} times");
    }

    [Fact]
    [Proves("E-07"), Fault("F-60")]
    public async Task A_read_only_node_is_asked_slowly()
    {
        RetrierBench bench = new(random: 0);
        await Should.ThrowAsync<IoTDBReadOnlyException>(() => bench.RunAsync(CallKind.Write, [ReadOnly]));
        bench.Pauses.ShouldBe([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task Cancelling_a_wait_ends_it_with_what_is_known()
    {
        RetrierBench bench = new();
        using CancellationTokenSource source = new();
        IoTDBCanceledException canceled = await Assert.ThrowsAsync<IoTDBCanceledException>(() => bench.RunAsync(
            CallKind.Write, [Reset, () => { bench.WhenWaiting = source.Cancel; return Rejected(606); }], ct: source.Token));
        canceled.Outcome.ShouldBe(Outcome.Unknown);
        canceled.CancellationToken.ShouldBe(source.Token);
    }

    [Fact]
    public async Task Repeats_stay_below_a_tenth_of_the_calls_plus_ten()
    {
        RetrierBench bench = new();
        const int Calls = 500;
        int attempts = 0;
        for (int i = 0; i < Calls; i++)
        {
            await Should.ThrowAsync<IoTDBException>(() => bench.RunAsync(CallKind.Write, [MemoryRejected]));
        }

        attempts = bench.Attempts.Count;
        attempts.ShouldBeLessThanOrEqualTo(Calls + (Calls / 10) + 10);
        attempts.ShouldBeGreaterThan(Calls + (Calls / 10) - 5);
    }

    [Fact]
    public void Backoff_doubles_within_its_bounds()
    {
        Backoff longest = new(() => 1 - 1e-9);
        Enumerable.Range(1, 8).Select(repeat => Math.Round(longest.Before(repeat).TotalMilliseconds)).ShouldBe([50, 100, 200, 400, 800, 1600, 2000, 2000]);
        new Backoff(() => 0).Before(5).ShouldBe(TimeSpan.Zero);
        longest.Before(60, slow: true).TotalSeconds.ShouldBe(30, 0.001);
    }

    private static async Task<int> AttemptsUntilGivenUp(CallKind kind, Func<Exception?> failure)
    {
        RetrierBench bench = new();
        await Should.ThrowAsync<IoTDBException>(() => bench.RunAsync(kind, [failure]));
        return bench.Attempts.Count;
    }

    private static IoTDBConnectionException Unsent() => new("refused") { Outcome = Outcome.NotSent, Endpoint = s_node };

    private static IoTDBConnectionException Reset() => new("reset") { Outcome = Outcome.Unknown, Endpoint = s_node };

    private static IoTDBException LoggedOut() => new("not logged in") { StatusCode = 802, Outcome = Outcome.Refused };

    private static IoTDBServerBusyException TooManyQueries() => new("busy") { StatusCode = 717, Outcome = Outcome.Refused };

    private static IoTDBServerBusyException MemoryRejected() => Rejected(606);

    private static IoTDBServerBusyException Rejected(int code) => new("busy") { StatusCode = code, Outcome = Outcome.Rejected };

    private static IoTDBReadOnlyException ReadOnly() => new("read-only") { StatusCode = 600, Outcome = Outcome.Rejected };

    private static IoTDBException FailOver() => new("Fail to send plan node") { StatusCode = 301, Outcome = Outcome.Unknown };
}
