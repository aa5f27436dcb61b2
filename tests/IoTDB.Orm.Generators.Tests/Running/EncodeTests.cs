using IoTDB.Client;
using IoTDB.Orm.Generators.Tests.Entities;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;
using TabletColumn = IoTDB.Wire.Blocks.TabletColumn;

namespace IoTDB.Orm.Generators.Tests.Running;

/// <summary>Rows become the bytes of the protocol.</summary>
public sealed class EncodeTests
{
    // source: wire protocol 8.3, worked example, with the columns of fixed width first.
    private const string GaugeValues = "0000000A 00000000 0000001E 010001 00000001 61 00000002 6263 00000000 01 02 00 01 04";

    [Fact]
    public void Three_rows_become_the_bytes_of_the_worked_example()
    {
        InsertTabletRequest request = Frames.Request(Gauges());

        Convert.ToHexString(request.Values.Span).ShouldBe(GaugeValues.Replace(" ", "", StringComparison.Ordinal));
        Convert.ToHexString(request.Timestamps.Span).ShouldBe("000000000000000100000000000000020000000000000003");
        request.Measurements.ShouldBe(["number", "flag", "words"]);
        request.Types.ShouldBe([1, 0, 5]);
        request.IsAligned.ShouldBe(true);
    }

    [Fact]
    public void Columns_become_the_same_bytes_as_rows()
    {
        using Gauge.TabletWriter tablet = Gauge.RentTablet(Gauge.Device(), 3);
        tablet.SetTimes([1L, 2L, 3L]);
        tablet.SetNumber([10, 0, 30], [false, true, false]);
        tablet.SetWords(["a", "bc", null]);
        tablet.SetFlag([true, false, true]);

        Convert.ToHexString(Frames.Request(tablet).Values.Span).ShouldBe(GaugeValues.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_that_was_not_set_is_missing_in_every_row()
    {
        using Gauge.TabletWriter tablet = Gauge.RentTablet(Gauge.Device(), 8);
        tablet.SetTimes([1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L]);
        InsertTabletRequest request = Frames.Request(tablet);

        foreach (TabletColumn column in TabletDecoder.Decode(request.Values, request.Types, request.Size))
        {
            Enumerable.Range(0, 8).ShouldAllBe(row => column.IsNull(row));
            Convert.ToHexString(column.NullBits.Span).ShouldBe("FF00");
        }
    }

    [Fact]
    public void A_tablet_refuses_what_does_not_fit()
    {
        using Gauge.TabletWriter tablet = Gauge.RentTablet(Gauge.Device(), 2);

        Should.Throw<ArgumentException>(() => tablet.SetTimes([2L, 1L])).Message.ShouldContain("before that of the row above");
        Should.Throw<ArgumentException>(() => tablet.SetTimes([2L])).Message.ShouldContain("2 rows");
        Should.Throw<ArgumentException>(() => tablet.SetNumber([1, 2], [true])).Message.ShouldContain("null flags");
        Should.Throw<InvalidOperationException>(() => Frames.Request(tablet)).Message.ShouldContain("SetTimes");
        tablet.Dispose();
        Should.Throw<ObjectDisposedException>(() => tablet.SetNumber([1, 2]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(100)]
    public void Missing_cells_are_marked_at_their_rows(int count)
    {
        Gauge[] rows = [.. Enumerable.Range(0, count).Select(static i => new Gauge { Time = i, Number = i % 3 == 0 ? null : i, Words = i % 5 == 0 ? null : $"w{i}", Flag = i % 2 == 0 })];
        InsertTabletRequest request = Frames.Request(rows);
        TabletColumn[] columns = TabletDecoder.Decode(request.Values, request.Types, request.Size);

        for (int i = 0; i < count; i++)
        {
            columns[0].IsNull(i).ShouldBe(i % 3 == 0);
            columns[1].IsNull(i).ShouldBeFalse();
            columns[2].IsNull(i).ShouldBe(i % 5 == 0);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("12345678")]
    [InlineData("1234567890123456")]
    [InlineData("12345678901234567")]
    [InlineData("1234567é")]
    [InlineData("Ölpumpe Süd")]
    [InlineData("温度传感器编号一二三")]
    [InlineData("🌡 hot 🌡 hot")]
    public void Texts_of_every_length_and_script_are_utf8(string text)
    {
        InsertTabletRequest request = Frames.Request([new Gauge { Words = text }, new Gauge { Words = text + text }]);
        byte[]?[] read = TabletDecoder.Decode(request.Values, request.Types, request.Size)[2].ReadBinaries();

        read[0].ShouldBe(WireText.Strict.GetBytes(text));
        read[1].ShouldBe(WireText.Strict.GetBytes(text + text));
    }

    [Fact]
    public void A_long_text_makes_the_frame_grow()
    {
        string text = new('x', 3_000_000);
        InsertTabletRequest request = Frames.Request([new Gauge { Number = 7, Words = "short" }, new Gauge { Number = 8, Words = text }]);
        TabletColumn[] columns = TabletDecoder.Decode(request.Values, request.Types, request.Size);

        columns[0].ReadInts().ShouldBe([7, 8]);
        columns[2].ReadBinaries()[1]!.Length.ShouldBe(text.Length);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() =>
        Should.Throw<ArgumentException>(() => Frames.Request([new Gauge { Words = "a\uD83D" }]));

    [Fact]
    public void A_missing_text_that_must_be_there_is_refused() =>
        Should.Throw<ArgumentException>(() => Frames.Request([Everies.Row(0) with { Words = null! }])).Message.ShouldContain("not nullable");

    [Fact]
    public void An_unspecified_time_is_refused() =>
        Should.Throw<ArgumentException>(() => Frames.Request([Everies.Row(0) with { Moment = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) }]));

    [Fact]
    public void A_day_before_the_year_1000_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Frames.Request([Everies.Row(0) with { Day = new DateOnly(999, 12, 31) }]));

    [Fact]
    public void Encoding_allocates_nothing_once_the_memory_is_there()
    {
        Gauge[] rows = [.. Enumerable.Range(0, 1000).Select(static i => new Gauge { Time = i, Number = i % 7 == 0 ? null : i, Words = i % 11 == 0 ? null : "words of ascii" })];
        Measure(rows);
        Measure(rows);

        Measure(rows).ShouldBe(0);
    }

    private static long Measure(Gauge[] rows)
    {
        TimeScale scale = default;
        long before = GC.GetAllocatedBytesForCurrentThread();
        using (InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary))
        {
            Gauge.Model.Write(frame, "root.lab.bench", rows, scale);
            frame.Seal(1, 1);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Gauge[] Gauges() =>
    [
        new Gauge { Time = 1, Number = 10, Words = "a", Flag = true },
        new Gauge { Time = 2, Number = null, Words = "bc", Flag = false },
        new Gauge { Time = 3, Number = 30, Words = null, Flag = true },
    ];
}
