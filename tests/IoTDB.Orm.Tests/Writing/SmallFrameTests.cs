using IoTDB.Client;
using IoTDB.Embedded;
using IoTDB.Orm.Tests.Suite;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Writing;

/// <summary>Repositories on a server that takes smaller requests than they would send, and cuts the connection over others.</summary>
public sealed class SmallFrameTests : IAsyncLifetime
{
    private const int Limit = 300_000;
    private EmbeddedIoTDB _server = null!;
    private IoTDBDataSource _source = null!;

    private IRepository<PumpReading> Pumps => _source.Repository<PumpReading>();

    public async Task InitializeAsync()
    {
        _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { MaxFrameBytes = Limit });
        _source = new IoTDBDataSourceBuilder(_server.ConnectionString).Build();
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    [Fault("F-72")]
    public async Task A_limit_that_shows_as_a_cut_is_learned_and_kept_to()
    {
        InsertResult result = await Pumps.InsertAsync(Rows(2000));

        result.Rows.ShouldBe(2000);
        (await StoredAsync()).ShouldBe(2000);
        EndpointStatistics node = _source.EndpointStatistics[0];
        node.RequestLimit.ShouldNotBeNull();
        (node.IsHealthy, node.Failures).ShouldBe((true, 0));

        await Pumps.InsertAsync(Rows(2000));
        _source.EndpointStatistics[0].RequestLimit.ShouldNotBeNull().ShouldBeInRange(Limit / 4, Limit);
        long opened = _source.Statistics.Opened;
        await Pumps.InsertAsync(Rows(2000));
        _source.Statistics.Opened.ShouldBe(opened, "nothing is cut any more");
    }

    [Fact]
    [Fault("F-72")]
    public async Task The_only_row_that_is_too_large_is_named_and_the_others_are_stored()
    {
        PumpReading[] rows = Rows(1000);
        rows[700] = rows[700] with { Note = new string('y', Limit) };

        IoTDBBatchException error = await Should.ThrowAsync<IoTDBBatchException>(() => Pumps.InsertAsync(rows));

        error.Failures.ShouldHaveSingleItem().Rows.ShouldBe([700]);
        error.InnerException.ShouldBeOfType<IoTDBRequestTooLargeException>();
        error.Stored.Rows.ShouldBe(999);
        (await StoredAsync()).ShouldBe(999);

        long opened = _source.Statistics.Opened;
        IoTDBRequestTooLargeException known = await Should.ThrowAsync<IoTDBRequestTooLargeException>(
            () => Pumps.InsertAsync(rows[0] with { Note = new string('y', Limit + 1000) }));
        (known.Outcome, known.Message.Contains("cut the connection over one of", StringComparison.Ordinal)).ShouldBe((Outcome.NotSent, true));
        _source.Statistics.Opened.ShouldBe(opened);
    }

    private Task<long> StoredAsync() => Pumps.Query(PumpReading.Device("l", "p")).AllTime().CountAsync();

    private static PumpReading[] Rows(int count) => [.. Enumerable.Range(0, count).Select(static i =>
        new PumpReading { Line = "l", Pump = "p", Time = DateTimeOffset.UnixEpoch.AddSeconds(i), Quality = i, Note = new string('x', 1000) })];
}
