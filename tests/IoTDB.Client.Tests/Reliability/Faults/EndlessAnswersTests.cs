using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

public sealed class EndlessAnswersTests
{
    [Fact]
    [Fault("F-53"), Proves("D-14"), Proves("C-01")]
    public async Task A_server_that_always_promises_more_rows_is_given_up_at_the_time_limit_of_a_step()
    {
        ManualTimeProvider clock = new();
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { MaxBlockRows = 2 });
        await using FaultBench bench = FaultBench.Start(server.ConnectionString);
        await bench.FillAsync(10);
        await using PromisingServer promising = PromisingServer.Start(server.Port, () => clock.Advance(TimeSpan.FromSeconds(1)));
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(
            $"Host=127.0.0.1:{promising.Port};Username=root;Password=root;FetchSize=2;QueryTimeout=00:00:20").UseTimeProvider(clock).Build();
        int rows = 0;
        await using (SessionLease lease = await source.RentAsync())
        {
            await using ResultSet results = await lease.Session.ExecuteQueryAsync($"select v from {bench.Device}");
            IoTDBTimeoutException late = await Should.ThrowAsync<IoTDBTimeoutException>(async () =>
            {
                while (await results.ReadAsync())
                {
                    rows++;
                }
            });

            late.Phase.ShouldBe(TimeoutPhase.Response);
            late.Message.ShouldContain("not all");
        }

        rows.ShouldBe(2, "what had come before");
        promising.Fetches.ShouldBe(20, "each took a second of the twenty");
        FaultBench.ShouldBeAtRest(source);
    }

    [Fact]
    [Proves("C-01")]
    public async Task Every_page_with_rows_has_the_time_limit_of_a_step_for_itself()
    {
        ManualTimeProvider clock = new();
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { MaxBlockRows = 2 });
        await using FaultBench bench = FaultBench.Start(server.ConnectionString);
        await bench.FillAsync(10);
        await using PromisingServer slow = PromisingServer.Start(server.Port, () => clock.Advance(TimeSpan.FromSeconds(15)), promises: false);
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(
            $"Host=127.0.0.1:{slow.Port};Username=root;Password=root;FetchSize=2;QueryTimeout=00:00:20").UseTimeProvider(clock).Build();
        await using SessionLease lease = await source.RentAsync();

        (await FaultBench.ReadAsync(lease.Session, $"select v from {bench.Device}")).Count.ShouldBe(10);

        slow.Fetches.ShouldBeGreaterThan(3, "together they took longer than one may");
    }
}
