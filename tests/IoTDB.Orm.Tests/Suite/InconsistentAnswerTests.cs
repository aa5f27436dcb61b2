using IoTDB.Client;
using IoTDB.Orm.Querying;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>A replica that takes over may forget the time filter: such rows are never handed out.</summary>
public sealed class InconsistentAnswerTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task A_row_outside_of_the_time_asked_for_is_refused_however_it_is_read(ServerKind kind)
    {
        IoTDBDataSource source = await Sources.OfAsync(kind);
        string line = TestNames.Unique("line");
        DeviceKey<PumpReading> device = PumpReading.Device(line, "p");
        await source.Repository<PumpReading>().InsertAsync(
            Enumerable.Range(0, 3).Select(i => new PumpReading { Line = line, Pump = "p", Time = s_start.AddSeconds(i), Quality = i }).ToList());
        TimeScale scale = await source.GetTimeScaleAsync(default);
        long first = scale.FromDateTimeOffset(s_start);
        var asked = new Interval(first, scale.FromDateTimeOffset(s_start.AddSeconds(1)));
        string unfiltered = $"SELECT quality FROM {device}";

        await using SessionLease lease = await source.RentAsync();
        await using (var rows = new RowAnswer<PumpReading>(await lease.Session.ExecuteQueryAsync(unfiltered), asked, device))
        {
            InconsistentAnswerException refusal = await Should.ThrowAsync<InconsistentAnswerException>(async () => await rows.ReadAsync(default));
            refusal.IsTransient.ShouldBeTrue();
        }

        await using var cells = new CellAnswer<DateTimeOffset>(await lease.Session.ExecuteQueryAsync(unfiltered), asked, [$"{device}.quality"], device.Path, static (head, _) => head.Time);
        (await cells.ReadAsync(default)).ShouldBe(1);
        (await cells.ReadAsync(default)).ShouldBe(1);
        await Should.ThrowAsync<InconsistentAnswerException>(async () => await cells.ReadAsync(default));
    }
}
