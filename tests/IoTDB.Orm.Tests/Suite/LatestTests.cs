using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>Newest values: each series has its own time.</summary>
public sealed class LatestTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Each_value_comes_with_the_time_it_was_measured_at(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        await pumps.InsertAsync(
        [
            new PumpReading { Line = line, Pump = "a", Time = s_start, Temperature = 70.5, Note = "first" },
            new PumpReading { Line = line, Pump = "a", Time = s_start.AddMinutes(1), Temperature = 71.5 },
        ]);

        PumpReading.Latest? latest = await pumps.LatestAsync(PumpReading.Device(line, "a"));

        latest.ShouldNotBeNull();
        latest.Temperature.ShouldBe(new Timed<double>(71.5, s_start.AddMinutes(1)));
        latest.Note.ShouldBe(new Timed<string>("first", s_start));
        latest.Pressure.ShouldBeNull();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task A_device_that_has_never_had_a_value_has_no_newest(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);

        (await pumps.LatestAsync(PumpReading.Device(TestNames.Unique("line"), "nobody"))).ShouldBeNull();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Several_devices_answer_one_by_one(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        await pumps.InsertAsync(
        [
            new PumpReading { Line = line, Pump = "a", Time = s_start, Temperature = 1 },
            new PumpReading { Line = line, Pump = "b.c", Time = s_start.AddHours(1), Temperature = 2 },
        ]);

        var found = new Dictionary<string, Timed<double>?>();
        await foreach ((Client.DevicePath device, PumpReading.Latest value) in pumps.LatestAsync(PumpReading.Devices(line: line)))
        {
            found.Add(device.ToString(), value.Temperature);
        }

        found.Count.ShouldBe(2);
        found[PumpReading.Device(line, "a").ToString()].ShouldBe(new Timed<double>(1, s_start));
        found[PumpReading.Device(line, "b.c").ToString()].ShouldBe(new Timed<double>(2, s_start.AddHours(1)));
    }
}
