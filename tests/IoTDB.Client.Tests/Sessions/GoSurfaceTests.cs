using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

/// <summary>
/// The lines of the table of the design (api.md 3.17) that have no test of their own in this folder, each under the name it has in the Go client or in
/// <c>database/sql</c>.
/// </summary>
public sealed class GoSurfaceTests
{
    [Theory, EmbeddedServer, RealServer]
    public async Task NewSessionPool_takes_size_timeouts_and_compression(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind, "maxSize=3;connTimeoutMs=4000;waitTimeoutMs=250");

        (db.Options.Pool.MaxOpen, db.Options.Pool.ConnectTimeout, db.Options.Pool.AcquireTimeout)
            .ShouldBe((3, TimeSpan.FromSeconds(4), TimeSpan.FromMilliseconds(250)));
        new IoTDBDataSourceBuilder("Host=a;Password=p;enableCompression=true").Session.RpcCompression.ShouldBeTrue(); // which the server has is not ours to choose
        (await db.PingAsync()).ShouldNotBeNull();
        new PoolOptions { MaxOpen = 0 }.EffectiveMaxOpen.ShouldBe(Environment.ProcessorCount * 5);
    }

    [Fact]
    public void PoolConfig_has_a_key_for_each_of_its_fields()
    {
        IoTDBDataSourceBuilder builder = new("Host=a:6667,b:6668;Username=u;Password=secret;FetchSize=77;TimeZone=Asia/Tokyo;SqlDialect=table;Database=plant");
        builder.Endpoints.ShouldBe([new Endpoint("a", 6667), new Endpoint("b", 6668)]);
        (builder.Session.Username, builder.Session.Password, builder.Session.FetchSize, builder.Session.TimeZone, builder.Session.Database, builder.Session.SqlDialect)
            .ShouldBe(("u", "secret", 77, "Asia/Tokyo", "plant", SqlDialect.Table));
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task GetSession_PutBack_and_Close(ServerKind kind)
    {
        IoTDBDataSource db = await SessionFixture.SourceAsync(kind, "MaxOpen=1;AcquireTimeout=50ms");
        SessionLease lease = await db.RentAsync();
        await lease.Session.PingAsync();
        await Should.ThrowAsync<PoolTimeoutException>(async () => await db.RentAsync());

        await lease.DisposeAsync();
        await lease.DisposeAsync();
        Should.Throw<ObjectDisposedException>(() => lease.Session);
        await (await db.RentAsync()).DisposeAsync();

        await db.DisposeAsync();
        await db.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await db.RentAsync());
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task InsertAlignedTablets_takes_sorted_rows_and_sorts_others(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        using Tablet tablet = new(device, [("v", TsDataType.Int32)]);
        tablet.Add(2L, 2);
        tablet.Add(1L, 1);

        ArgumentException lie = await Should.ThrowAsync<ArgumentException>(() => fixture.Session.InsertAlignedTabletsAsync([tablet], sorted: true));
        lie.Message.ShouldContain("Row 1");
        await fixture.Session.InsertAlignedTabletsAsync([tablet]);

        (await fixture.RowsAsync($"select v from {device}")).ShouldBe(["1 1", "2 2"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task ExecuteStatement_ExecuteQueryStatement_and_ExecuteNonQueryStatement(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();

        await fixture.Session.ExecuteNonQueryAsync($"create timeseries {device}.v INT32");
        (await fixture.Session.ExecuteAsync($"insert into {device}(time, v) values (1, 10)")).ShouldBeNull();
        await using (ResultSet? any = await fixture.Session.ExecuteAsync($"select v from {device}"))
        {
            (await any!.ReadAsync()).ShouldBeTrue();
            any.Get<int>(0).ShouldBe(10);
        }

        await using ResultSet rows = await fixture.Session.ExecuteQueryAsync($"select v from {device}", TimeSpan.FromSeconds(10));
        (await rows.ReadAsync()).ShouldBeTrue();
        (await rows.ReadAsync()).ShouldBeFalse();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await fixture.Session.ExecuteQueryAsync("show version", TimeSpan.Zero));
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task SessionDataSet_Next_columns_nulls_values_blocks_and_Close(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        await fixture.Session.InsertAlignedRecordsAsync([new Record(device, 1L).Add("a", 1).Add("b", "x"), new Record(device, 2L).Add("a", 2)]);

        await using (ResultSet rows = await fixture.Session.ExecuteQueryAsync($"select a, b from {device}"))
        {
            rows.Columns.Select(column => (column.Name, column.DataType)).ShouldBe([($"{device}.a", TsDataType.Int32), ($"{device}.b", TsDataType.Text)]);
            (await rows.ReadAsync()).ShouldBeTrue();
            (rows.GetTimestamp(), rows.Get<int>($"{device}.a"), rows.GetString(1), rows.IsNull(1)).ShouldBe((1L, 1, "x", false));
            (await rows.ReadAsync()).ShouldBeTrue();
            (rows.Get<int>(0), rows.GetString($"{device}.b"), rows.IsNull(1), rows.GetNullable<int>(0)).ShouldBe((2, null, true, 2));
            (await rows.ReadAsync()).ShouldBeFalse();
        }

        ResultSet blocks = await fixture.Session.ExecuteQueryAsync($"select a from {device}");
        RowBlock? block = await blocks.ReadBlockAsync();
        block!.Values<int>(0).ToArray().ShouldBe([1, 2]);
        block.Times.ToArray().ShouldBe([1L, 2L]);
        await blocks.DisposeAsync();
        await blocks.DisposeAsync();
        await fixture.Session.PingAsync();
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task SetMaxOpenConns_while_running_and_Stats(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind, "MaxOpen=1;AcquireTimeout=20s");
        SessionLease first = await db.RentAsync();
        Task<SessionLease> waiting = db.RentAsync().AsTask();
        db.Statistics.ShouldSatisfyAllConditions(
            static now => now.Leased.ShouldBe(1),
            static now => now.Waiters.ShouldBe(1),
            static now => now.MaxOpen.ShouldBe(1));

        db.Pool.Resize(db.Options.Pool with { MaxOpen = 2, MaxIdle = 1, MaxLifetime = TimeSpan.FromMinutes(1), MaxIdleTime = TimeSpan.FromMinutes(1) });
        SessionLease second = await waiting;
        await first.DisposeAsync();
        await second.DisposeAsync();

        db.Statistics.ShouldSatisfyAllConditions(
            static now => now.Open.ShouldBe(1),
            static now => now.Idle.ShouldBe(1),
            static now => now.WaitCount.ShouldBe(1),
            static now => now.WaitDuration.ShouldBeGreaterThan(TimeSpan.Zero),
            static now => (now.MaxIdleClosed, now.IdleTimeClosed, now.LifetimeClosed, now.BrokenClosed).ShouldBe((1, 0, 0, 0)));
    }
}
