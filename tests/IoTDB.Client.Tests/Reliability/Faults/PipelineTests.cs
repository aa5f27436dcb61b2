using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Writes of several requests on one connection: on their way together, and each with its own outcome.</summary>
public sealed class PipelineTests
{
    private const int Rows = 2000;
    private const string Small = "MaxRequestBytes=4200;";

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-06")]
    public async Task Requests_do_not_wait_for_the_answers_before_them_and_the_window_is_bounded(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, Small);
        await using SessionLease lease = await bench.Source.RentAsync();
        FaultRule held = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "insertTablet" });

        Task write = WriteAsync(lease.Session, bench.Device);
        await held.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        await Eventually(() => bench.Proxy.Requests("insertTablet") == 4);
        write.IsCompleted.ShouldBeFalse();
        bench.Proxy.Requests("insertTablet").ShouldBe(4, "no more than so many have no answer");
        bench.Proxy.Release();
        await write;

        (await bench.StoredAsync()).Count.ShouldBe(Rows);
        (await bench.StoredAsync()).ShouldAllBe(static row => row.Key == row.Value);
        bench.Proxy.Accepted.ShouldBe(1);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-03"), Proves("E-02")]
    public async Task A_cut_between_two_answers_repeats_what_has_no_answer(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, Small);
        await using SessionLease lease = await bench.Source.RentAsync();
        int whole = (await bench.RehearseAsync(() => WriteAsync(lease.Session, bench.Device))).Request;
        int requests = bench.Proxy.Requests("insertTablet");
        for (int answer = 0; answer < requests; answer += 3)
        {
            await using FaultBench cut = await FaultBench.StartAsync(kind, Small);
            await using SessionLease other = await cut.Source.RentAsync();
            cut.Proxy.Schedule.Add(new(FaultDirection.ToClient, answer % 2 == 0 ? FaultAction.Reset : FaultAction.Cut) { Method = "insertTablet", Frame = answer + 1 });

            await WriteAsync(other.Session, cut.Device);

            (await cut.StoredAsync()).Count.ShouldBe(Rows);
            cut.Proxy.Requests("insertTablet").ShouldBeLessThanOrEqualTo(requests + 4, $"cut at answer {answer}: what was answered is not sent again");
            cut.Proxy.Accepted.ShouldBe(2);
        }

        whole.ShouldBeGreaterThan(0);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("E-02"), Proves("C-05")]
    public async Task Without_a_way_back_each_request_has_its_own_outcome(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, Small + "OutageWait=0s;");
        await using SessionLease lease = await bench.Source.RentAsync();
        FaultRule held = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "insertTablet", Frame = 3 });

        Task write = WriteAsync(lease.Session, bench.Device);
        await held.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        await Eventually(() => bench.Proxy.Requests("insertTablet") == 6);
        bench.Proxy.Down(reset: true);
        IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => write);

        ShouldBeTold(error, acknowledged: 2, doubted: 4);
        (error.Outcome, error.IsTransient).ShouldBe((Outcome.Unknown, true));
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-01"), Proves("C-05")]
    public async Task A_server_that_falls_silent_in_the_middle_is_a_timeout_with_an_outcome_for_each(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, Small + "CommandTimeout=2s;");
        await using SessionLease lease = await bench.Source.RentAsync();
        bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "insertTablet", Frame = 3 });

        IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => WriteAsync(lease.Session, bench.Device));

        error.InnerException.ShouldBeOfType<IoTDBTimeoutException>();
        ShouldBeTold(error, acknowledged: 2, doubted: 4);
        bench.Proxy.Schedule.Clear();
        bench.Proxy.Release();
        await FaultBench.WriteAsync(lease.Session, bench.Device, 1, 1);
        bench.Proxy.Accepted.ShouldBe(2, "the silent connection was given up");
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-05"), Fault("F-93")]
    public async Task Cancelling_between_two_answers_costs_the_connection_and_says_what_is_known_of_each(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, Small);
        await using SessionLease lease = await bench.Source.RentAsync();
        FaultRule held = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "insertTablet", Frame = 3 });
        using CancellationTokenSource source = new();

        Task write = WriteAsync(lease.Session, bench.Device, source.Token);
        await held.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        await Eventually(() => bench.Proxy.Requests("insertTablet") == 6);
        await source.CancelAsync();
        IoTDBCanceledException canceled = await CanceledAsync(write);

        canceled.CancellationToken.ShouldBe(source.Token);
        canceled.Outcome.ShouldBe(Outcome.Unknown);
        ShouldBeTold(canceled.InnerException.ShouldBeOfType<IoTDBBatchWriteException>(), acknowledged: 2, doubted: 4);
        bench.Proxy.Schedule.Clear();
        bench.Proxy.Release();
        await FaultBench.WriteAsync(lease.Session, bench.Device, 1, 1);
        bench.Proxy.Accepted.ShouldBe(2);
    }

    [Fact]
    [Proves("E-02"), Proves("E-04")]
    public async Task A_refusal_in_the_middle_does_not_blur_the_others()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions());
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString + ";" + Small).Build();
        await using SessionLease lease = await source.RentAsync();
        Tablet[] tablets = [.. Enumerable.Range(0, 3).Select(i => Filled($"root.pipes.d{i}", 200))];
        server.FailNext(803, "root.pipes.d1", count: 100);

        IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => lease.Session.InsertTabletsAsync(tablets));

        error.Failures.ShouldAllBe(static failure => failure.Item == 1 && failure.Certainty == FailureCertainty.Refused && failure.Error.StatusCode == 803);
        error.Failures.Sum(static failure => failure.Rows.Count).ShouldBe(200);
        error.SucceededCount.ShouldBe(400);
    }

    [Theory]
    [Proves("R-03"), Fault("F-62")]
    [InlineData(606)]
    [InlineData(301)]
    public async Task A_request_the_server_could_not_take_is_sent_again_alone(int code)
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions());
        await using FaultBench bench = FaultBench.Start(server.ConnectionString, Small);
        await using SessionLease lease = await bench.Source.RentAsync();
        server.FailNext(code, "insertTablet", count: 2);

        await WriteAsync(lease.Session, bench.Device);

        (await bench.StoredAsync()).Count.ShouldBe(Rows);
        bench.Proxy.Accepted.ShouldBe(1);
    }

    [Fact]
    [Proves("R-03"), Fault("F-57")]
    public async Task A_session_that_expired_is_logged_in_again_in_the_middle()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions());
        await using FaultBench bench = FaultBench.Start(server.ConnectionString, Small);
        await using SessionLease lease = await bench.Source.RentAsync();
        await lease.Session.PingAsync();
        server.ExpireSessions();

        await WriteAsync(lease.Session, bench.Device);

        (await bench.StoredAsync()).Count.ShouldBe(Rows);
        bench.Proxy.Requests("openSession").ShouldBe(2);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Records_of_many_requests_travel_together_too(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, Small);
        await using SessionLease lease = await bench.Source.RentAsync();
        Record[] mixed = [.. Enumerable.Range(0, 600).Select(i => i % 2 == 0
            ? new Record(bench.Device, (long)i).Add("v", (double)i)
            : new Record(bench.Device, (long)i).Add("v", (double)i).Add("w", i))];

        await lease.Session.InsertRecordsAsync(mixed);

        (await bench.StoredAsync()).Count.ShouldBe(600);
        bench.Proxy.Requests("insertRecords").ShouldBeGreaterThan(4);
    }

    private static async Task WriteAsync(Session session, string device, CancellationToken ct = default)
    {
        using Tablet tablet = Filled(device, Rows);
        await session.InsertTabletAsync(tablet, sorted: true, ct);
    }

    private static Tablet Filled(string device, int rows)
    {
        Tablet tablet = new(device, [("v", TsDataType.Double)], rows);
        for (int i = 0; i < rows; i++)
        {
            tablet.Add((long)i, (double)i);
        }

        return tablet;
    }

    // The first requests are acknowledged, those on their way are in doubt, the rest was not sent; each row is told once.
    private static void ShouldBeTold(IoTDBBatchWriteException error, int acknowledged, int doubted)
    {
        List<WriteFailure> failures = [.. error.Failures.OrderBy(static failure => failure.Rows[0])];
        int firstFailed = failures[0].Rows[0];
        error.SucceededCount.ShouldBe(firstFailed);
        failures.SelectMany(static failure => failure.Rows).ShouldBe(Enumerable.Range(firstFailed, Rows - firstFailed));
        failures.Take(doubted).ShouldAllBe(static failure => failure.Error.Outcome == Outcome.Unknown);
        failures.Skip(doubted).ShouldAllBe(static failure => failure.Error.Outcome == Outcome.NotSent);
        failures.Count.ShouldBeGreaterThan(doubted);
        (firstFailed / (double)(failures[0].Rows.Count * acknowledged)).ShouldBeInRange(0.5, 2.1);
    }

    // An assertion on a cancelled task would see another exception than who awaits it.
    private static async Task<IoTDBCanceledException> CanceledAsync(Task write)
    {
        try
        {
            await write;
        }
        catch (IoTDBCanceledException canceled)
        {
            return canceled;
        }

        throw new ShouldAssertException("The write was not cancelled.");
    }

    private static async Task Eventually(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
