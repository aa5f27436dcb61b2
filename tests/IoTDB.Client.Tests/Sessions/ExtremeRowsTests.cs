using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

/// <summary>Times, rows and devices at the ends of what there can be.</summary>
public sealed class ExtremeRowsTests
{
    [Theory, EmbeddedServer, RealServer, Fault("F-106")]
    public async Task Times_before_and_after_everything_are_kept_exactly(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        long[] times = [long.MinValue, -10_000_000_000_000, -1, 0, 1, 10_000_000_000_000];
        using Tablet tablet = new(device, [("v", TsDataType.Int64)]);
        foreach (long time in times)
        {
            tablet.Add(time, time);
        }

        await fixture.Session.InsertTabletAsync(tablet);

        (await fixture.RowsAsync($"select v from {device}")).ShouldBe(times.Select(time => $"{time} {time}"));
    }

    [Theory, RealServer, Fault("F-106")]
    public async Task A_time_beyond_the_servers_precision_is_refused_with_its_code(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        using Tablet tablet = new(SessionFixture.Device(), [("v", TsDataType.Int64)]);
        tablet.Add(10_000_000_000_001, 1L);

        IoTDBException refused = await Should.ThrowAsync<IoTDBException>(() => fixture.Session.InsertTabletAsync(tablet));

        (refused.StatusCode, refused.IsTransient).ShouldBe((701, false));
    }

    [Theory, EmbeddedServer, RealServer, Fault("F-105")]
    public async Task Numbers_that_are_none_and_zeros_with_a_sign_keep_their_bits(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        double[] values = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue];
        using Tablet tablet = new(device, [("v", TsDataType.Double)]);
        for (int i = 0; i < values.Length; i++)
        {
            tablet.Add((long)i, values[i]);
        }

        await fixture.Session.InsertTabletAsync(tablet);

        List<long> bits = [];
        await using ResultSet results = await fixture.Session.ExecuteQueryAsync($"select v from {device}");
        while (await results.ReadAsync())
        {
            bits.Add(BitConverter.DoubleToInt64Bits(results.Get<double>(0)));
        }

        double.IsNaN(BitConverter.Int64BitsToDouble(bits[0])).ShouldBeTrue("a real server keeps that it is none, not which");
        bits.Skip(1).ShouldBe(values.Skip(1).Select(BitConverter.DoubleToInt64Bits));
    }

    [Theory, EmbeddedServer, RealServer, Fault("F-113")]
    public async Task A_device_of_ten_thousand_measurements_is_written_in_pieces_and_read_as_one(ServerKind kind)
    {
        const int Measurements = 10_000;
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind, "MaxRequestBytes=400000");
        string device = SessionFixture.Device();
        using Tablet tablet = new(device, [.. Enumerable.Range(0, Measurements).Select(i => ($"m{i}", TsDataType.Int32))]);
        tablet.SetTimes([1L, 2L, 3L]);
        for (int i = 0; i < Measurements; i++)
        {
            tablet.Column<int>($"m{i}").CopyFrom([i, i + 1, i + 2]);
        }

        await fixture.Session.InsertAlignedTabletAsync(tablet, sorted: true);

        // A real server refuses ten thousand columns in one answer (719: 656 MB for three rows).
        int[] some = [.. Enumerable.Range(0, Measurements).Where(i => kind == ServerKind.Embedded || i % 97 == 0)];
        await using ResultSet results = await fixture.Session.ExecuteQueryAsync($"select {string.Join(", ", some.Select(i => $"m{i}"))} from {device}");
        results.Columns.Count.ShouldBe(some.Length);
        for (int row = 0; row < 3; row++)
        {
            (await results.ReadAsync()).ShouldBeTrue();
            for (int column = 0; column < some.Length; column++)
            {
                results.Get<int>(column).ShouldBe(some[column] + row);
            }
        }

        (await results.ReadAsync()).ShouldBeFalse();
    }

    [Theory, EmbeddedServer, RealServer, Fault("F-107")]
    public async Task A_tablet_without_rows_is_no_request(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        using Tablet tablet = new(device, [("v", TsDataType.Double)]);

        await fixture.Session.InsertTabletAsync(tablet);

        (await fixture.RowsAsync($"show timeseries {device}.**")).ShouldBeEmpty("nothing was sent, so nothing was made");
    }
}
