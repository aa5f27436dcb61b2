using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Seconds after a leader's death a query may get every row, with status 200: none outside of its times is handed out.</summary>
public sealed class LostFilterTests
{
    [Theory, EmbeddedServer, RealServer]
    public async Task A_row_outside_of_the_times_asked_for_is_refused(ServerKind kind)
    {
        foreach ((long first, long end) in new[] { (2L, 8L), (long.MinValue, 8L), (2L, long.MaxValue) })
        {
            await RefusedAsync(kind, first, end);
        }
    }

    private static async Task RefusedAsync(ServerKind kind, long first, long end)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await bench.FillAsync(10);
        await using SessionLease lease = await bench.Source.RentAsync();
        List<long> rows = [];
        IoTDBServerUnavailableException refused = await Should.ThrowAsync<IoTDBServerUnavailableException>(async () =>
        {
            await using ResultSet results = await lease.Session.QueryAsync(new FailingOverQuery($"{bench.Device}.v", first, end), null, CancellationToken.None);
            while (await results.ReadAsync())
            {
                rows.Add(results.GetTimestamp());
            }
        });

        refused.IsTransient.ShouldBeTrue();
        rows.ShouldAllBe(time => time >= first && time < end);
        await using ResultSet blocks = await lease.Session.QueryAsync(new FailingOverQuery($"{bench.Device}.v", first, end), null, CancellationToken.None);
        await Should.ThrowAsync<IoTDBServerUnavailableException>(async () => await blocks.ReadBlockAsync());
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Rows_within_the_times_asked_for_are_all_there(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await bench.FillAsync(10);
        await using SessionLease lease = await bench.Source.RentAsync();
        List<long> rows = [];
        await using ResultSet results = await lease.Session.QueryAsync(new FailingOverQuery($"{bench.Device}.v", 0, 10), null, CancellationToken.None);
        while (await results.ReadAsync())
        {
            rows.Add(results.GetTimestamp());
        }

        rows.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
}
