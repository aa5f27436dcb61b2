using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

public sealed class ResultSetTests
{
    private const int Rows = 20_000;

    [Theory, EmbeddedServer, RealServer, Proves("P-18")]
    public async Task Exhausted_reader_returns_before_dispose(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind, "MaxOpen=1;FetchSize=1000");
        DevicePath device = await FillAsync(db);
        ResultSet results = await db.QueryAsync($"select v from {device}");
        int leasedWhileReading = db.Statistics.Leased;
        long sum = 0;
        int count = 0;
        while (await results.ReadAsync())
        {
            sum += results.Get<long>(0);
            count++;
        }

        int leasedAtTheEnd = db.Statistics.Leased;
        await results.DisposeAsync();

        (count, sum).ShouldBe((Rows, (long)Rows * (Rows - 1) / 2));
        leasedWhileReading.ShouldBe(1);
        leasedAtTheEnd.ShouldBe(0);
        await Should.ThrowAsync<ObjectDisposedException>(async () => await results.ReadAsync());
    }

    [Theory, EmbeddedServer, RealServer, Proves("P-20"), Fault("F-87")]
    public async Task Early_break_releases(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind, "MaxOpen=1;FetchSize=100");
        DevicePath device = await FillAsync(db);
        for (int round = 0; round < 20; round++)
        {
            await foreach (long value in db.Sql<long>($"select v from {device} where time >= {(long)round}"))
            {
                value.ShouldBe(round);
                break;
            }
        }

        db.Statistics.ShouldSatisfyAllConditions(
            now => now.Leased.ShouldBe(0),
            now => now.Opened.ShouldBe(1));
    }

    [Theory, EmbeddedServer, RealServer, Proves("P-19"), Fault("F-88")]
    public async Task Reader_close_is_idempotent(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind, "MaxOpen=1;FetchSize=100");
        DevicePath device = await FillAsync(db);
        ResultSet results = await db.QueryAsync($"select v from {device}");
        (await results.ReadAsync()).ShouldBeTrue();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await results.DisposeAsync())));

        (await db.PingAsync()).Version.ShouldNotBeEmpty();
        db.Statistics.ShouldSatisfyAllConditions(
            now => now.Leased.ShouldBe(0),
            now => now.Open.ShouldBe(1));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await results.ReadAsync());
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task A_half_read_result_never_returns_a_dirty_session(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind, "MaxOpen=1;FetchSize=100");
        DevicePath device = await FillAsync(db);
        await using (SessionLease lease = await db.RentAsync())
        {
            ResultSet forgotten = await lease.Session.ExecuteQueryAsync($"select v from {device}");
            (await forgotten.ReadAsync()).ShouldBeTrue();
        }

        for (long i = 0; i < 50; i++)
        {
            List<long> found = [];
            await foreach (long value in db.Sql<long>($"select v from {device} where time = {i}"))
            {
                found.Add(value);
            }

            found.ShouldBe([i]);
        }
    }

    [Theory, EmbeddedServer, RealServer, Proves("P-22"), Proves("P-23")]
    [Fault("F-100")]
    public async Task Concurrent_use_of_one_lease_is_refused(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind, "FetchSize=100");
        DevicePath device = await FillAsync(fixture.Source);
        Session session = fixture.Session;
        ResultSet results = await session.ExecuteQueryAsync($"select v from {device}");

        InvalidOperationException inUse = await Should.ThrowAsync<InvalidOperationException>(async () => await session.PingAsync());
        await results.DisposeAsync();
        await session.PingAsync();
        await fixture.Lease.DisposeAsync();

        inUse.Message.ShouldContain("result set");
        await Should.ThrowAsync<ObjectDisposedException>(async () => await session.PingAsync());
        Should.Throw<ObjectDisposedException>(() => fixture.Lease.Session);
        await fixture.Lease.DisposeAsync();
        fixture.Source.Statistics.Leased.ShouldBe(0);
    }

    [Theory, EmbeddedServer, RealServer, Proves("C-07")]
    public async Task Cancel_between_rows(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind, "MaxOpen=1;FetchSize=100");
        DevicePath device = await FillAsync(db);
        using CancellationTokenSource cancellation = new();
        int read = 0;

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await using ResultSet results = await db.QueryAsync($"select v from {device}", cancellationToken: cancellation.Token);
            while (await results.ReadAsync(cancellation.Token))
            {
                if (++read == 50)
                {
                    await cancellation.CancelAsync();
                }

                cancellation.Token.ThrowIfCancellationRequested();
            }
        });

        read.ShouldBe(50);
        (await db.PingAsync()).Version.ShouldNotBeEmpty();
        db.Statistics.Leased.ShouldBe(0);
    }

    [Theory, RealServer, Proves("C-11"), Fault("F-65")]
    public async Task The_servers_time_limit_is_a_timeout_and_the_connection_stays(ServerKind kind)
    {
        ManualTimeProvider clock = new(); // ours is not the limit that passes, however busy the server is
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind) + ";MaxOpen=1").UseTimeProvider(clock).Build();
        DevicePath device = await FillAsync(db, rows: 10);
        await using (SessionLease lease = await db.RentAsync())
        {
            Task query = ReadAllAsync(
                lease.Session, $"select count(v) from {device} group by ([0,100000000000),1ms) having count(v) > 1000000", TimeSpan.FromSeconds(1));
            clock.Advance(TimeSpan.FromSeconds(1));
            IoTDBTimeoutException error = await Should.ThrowAsync<IoTDBTimeoutException>(() => query);

            error.Phase.ShouldBe(TimeoutPhase.ServerQuery);
            error.StatusCode.ShouldBeOneOf(720, null); // a server under load may drop the query and say "no rows, no more": that is no end either
            await lease.Session.PingAsync();
        }

        db.Statistics.Opened.ShouldBe(1);
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-115")]
    public async Task A_cell_of_another_type_says_what_the_column_holds(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind);
        DevicePath device = await FillAsync(db, rows: 1);
        await using ResultSet results = await db.QueryAsync($"select v from {device}");
        (await results.ReadAsync()).ShouldBeTrue();

        InvalidCastException error = Should.Throw<InvalidCastException>(() => results.Get<string>(0));

        error.Message.ShouldContain($"{device}.v");
        error.Message.ShouldContain("INT64");
        Should.Throw<ArgumentException>(() => results.GetOrdinal("w")).Message.ShouldContain($"{device}.v");
        Should.Throw<ArgumentOutOfRangeException>(() => results.Get<long>(1));
    }

    private static async Task ReadAllAsync(Session session, string sql, TimeSpan timeout)
    {
        await using ResultSet results = await session.ExecuteQueryAsync(sql, timeout);
        while (await results.ReadAsync())
        {
        }
    }

    private static async Task<DevicePath> FillAsync(IoTDBDataSource db, int rows = Rows)
    {
        DevicePath device = DevicePath.Of("client_tests", TestNames.Unique());
        using Tablet tablet = new(device, [("v", TsDataType.Int64)], rows);
        long[] values = [.. Enumerable.Range(0, rows).Select(row => (long)row)];
        tablet.SetTimes(values);
        tablet.Column<long>("v").CopyFrom(values);
        await using SessionLease lease = await db.RentAsync();
        await lease.Session.InsertAlignedTabletAsync(tablet, sorted: true);
        return device;
    }
}
