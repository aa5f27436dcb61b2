using IoTDB.Client;
using IoTDB.Orm.Tests.Suite;
using IoTDB.Orm.Writing;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Writing;

/// <summary>Grouping and ordering cost nothing for a row.</summary>
public sealed class RowGroupingTests
{
    [Fact]
    public void Grouping_sorted_rows_of_several_devices_allocates_nothing_for_a_row()
    {
        PumpReading[] rows = [.. Enumerable.Range(0, 40_000).Select(static i => Row("p" + (i % 4), i / 4))];

        // The first run fills the array pool, and a collection beside it may empty the pool again: what it costs at rest is the least of several.
        long allocated = Enumerable.Range(0, 8).Min(_ => Measure(rows));

        // Four groups, a dictionary of four, four paths.
        allocated.ShouldBeLessThan(16_000);
    }

    [Fact]
    [Fault("F-104")]
    public void Positions_survive_grouping_and_sorting()
    {
        PumpReading[] rows = [Row("a", 3), Row("b", 1), Row("a", 1), Row("a", 2), Row("b", 0), Row("a", 1)];
        using var grouping = new RowGrouping<PumpReading>(PumpReading.Model.Codec);
        for (int i = 0; i < rows.Length; i++)
        {
            grouping.Add(rows[i], 100 + i);
        }

        int[][] waves = [.. grouping.Groups.Select(static group => RowOrder.Arrange(group, PumpReading.Model.Codec, new TimeScale(TimePrecision.Milliseconds)))];

        waves.ShouldBe([[3, 4], [2]]);
        foreach (RowGroup<PumpReading> group in grouping.Groups)
        {
            for (int i = 0; i < group.Count; i++)
            {
                group.Rows[i].ShouldBeSameAs(rows[group.PositionOf(i) - 100]);
            }
        }

        Enumerable.Range(0, 4).Select(i => grouping.Groups[0].PositionOf(i)).ShouldBe([102, 103, 100, 105]);
    }

    private static long Measure(PumpReading[] rows)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        using (var grouping = new RowGrouping<PumpReading>(PumpReading.Model.Codec))
        {
            for (int i = 0; i < rows.Length; i++)
            {
                grouping.Add(rows[i], i);
            }

            foreach (RowGroup<PumpReading> group in grouping.Groups)
            {
                RowOrder.Arrange(group, PumpReading.Model.Codec, new TimeScale(TimePrecision.Milliseconds)).ShouldBe([10_000]);
            }
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static PumpReading Row(string pump, int millisecond) =>
        new() { Line = "l", Pump = pump, Time = DateTimeOffset.FromUnixTimeMilliseconds(millisecond), Quality = millisecond };
}
