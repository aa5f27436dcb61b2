using System.Runtime.CompilerServices;
using IoTDB.Client;
using IoTDB.Orm.Generated;
using IoTDB.Orm.Generators.Tests.Entities;
using IoTDB.Testing;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Generators.Tests.Running;

/// <summary>Blocks become rows, whatever the server leaves out and however it orders columns.</summary>
public sealed class ReadTests
{
    // source: wire protocol 9.8, first worked block without its last column.
    private const string GaugeBlock = """
        00000003 010500 00000003 02 010300
        00 0000000000000001 0000000000000002 0000000000000003
        01 40 0000000A 0000001E
        01 20 00000001 61 00000002 6263
        00 A0
        """;

    [Fact]
    public void The_worked_block_becomes_three_rows()
    {
        byte[] block = Convert.FromHexString(string.Concat(GaugeBlock.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Gauge[] rows = Frames.Read(block, ["root.lab.bench.number", "root.lab.bench.words", "root.lab.bench.flag"], Gauge.Device());

        rows.Select(static row => (row.Time, row.Number, row.Words, row.Flag)).ShouldBe([(1, 10, "a", true), (2, null, "bc", false), (3, 30, null, true)]);
    }

    [Theory]
    [InlineData(TimePrecision.Milliseconds)]
    [InlineData(TimePrecision.Microseconds)]
    public void Every_type_reads_back_as_it_was_written(TimePrecision precision)
    {
        var scale = new TimeScale(precision);
        Every[] rows = [.. Enumerable.Range(0, 37).Select(Everies.Row)];
        (byte[] block, string[] headers) = Frames.Answer(Frames.Request(rows, scale));
        DeviceKey<Every> device = Every.Device("hall.1 `north`", -12, Mode.Manual);
        Every[] read = Frames.Read(block, [.. headers.Select(header => header.Replace("root.x.y", device.ToString(), StringComparison.Ordinal))], device, scale);

        read.Length.ShouldBe(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            Everies.ShouldEqual(read[i], rows[i]);
        }
    }

    [Fact]
    public void Rows_of_several_devices_get_their_keys_from_the_path()
    {
        ResultBlockEncoder block = new();
        block.Begin(4);
        block.WriteTimes([1, 2, 1, 2]);
        block.WriteTexts(TsDataType.Text, ["root.lab.a", "root.lab.a", "root.lab.`b.c`", "root.lab.`7`"]);
        block.WriteInts(TsDataType.Int32, [1, 2, 3, 4]);
        Defaulted[] rows = Frames.Read<Defaulted>(block.ToArray(), ["Device", "number"]);

        rows.Select(static row => (row.Bench, row.Number)).ShouldBe([("a", 1), ("a", 2), ("b.c", 3), ("7", 4)]);
        rows[1].Bench.ShouldBeSameAs(rows[0].Bench);
    }

    [Fact]
    public void One_device_for_all_rows_may_come_as_one_value()
    {
        ResultBlockEncoder block = new();
        block.Begin(2);
        block.WriteTimes([1, 2]);
        block.WriteConstant(TsDataType.Text, "root.lab.a"u8);
        Defaulted[] rows = Frames.Read<Defaulted>(block.ToArray(), ["Device"]);

        rows.ShouldAllBe(static row => row.Bench == "a" && row.Number == 0 && row.Words == "" && row.Bytes.Length == 0 && !row.Flag && row.Mode == Mode.Off);
        rows[1].Time.ShouldBe(DateTime.UnixEpoch.AddMilliseconds(2));
        rows[1].Time.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void A_column_that_is_left_out_or_all_missing_reads_as_null()
    {
        ResultBlockEncoder block = new();
        block.Begin(20);
        block.WriteTimes([.. Enumerable.Range(0, 20).Select(static i => (long)i)]);
        block.WriteNothing(TsDataType.Int32);
        block.WriteNothing(TsDataType.Boolean);
        Gauge[] rows = Frames.Read(block.ToArray(), ["root.lab.bench.number", "root.lab.bench.flag"], Gauge.Device());

        rows.ShouldAllBe(static row => row.Number == null && row.Words == null && row.Flag == null);
        rows[19].Time.ShouldBe(19);
    }

    [Fact]
    public void A_missing_cell_of_a_property_that_cannot_be_null_names_row_and_column()
    {
        Every[] rows = [.. Enumerable.Range(0, 3).Select(Everies.Row)];
        (byte[] block, string[] headers) = Frames.Answer(Frames.Request(rows));
        string[] without = [.. headers.Select(static header => header.Replace("root.x.y.int32", "root.x.y.other", StringComparison.Ordinal))];

        Should.Throw<InvalidOperationException>(() => Frames.Read(block, [.. without.Select(static header => header["root.x.y.".Length..])], Every.Device("s", 1, Mode.Off)))
            .Message.ShouldContain("'int32' has no value in row 0");
    }

    [Fact]
    [Fault("F-115")]
    public void A_narrower_type_on_the_server_is_widened_and_another_one_is_named()
    {
        ResultBlockEncoder block = new();
        block.Begin(3);
        block.WriteTimes([1, 2, 3]);
        block.WriteInts(TsDataType.Int32, [5, 6, 7], [false, true, false]);
        Wider[] rows = Frames.Read(block.ToArray(), ["value"], Wider.Device());
        rows.Select(static row => row.Value).ShouldBe([5.0, null, 7.0]);

        Should.Throw<InvalidCastException>(() => Frames.Read(block.ToArray(), ["words"], Wider.Device()))
            .Message.ShouldBe("Measurement 'words' is INT32 on the server, which Wider.Words (TEXT) cannot hold; verify the schema at start.");
    }

    [Fact]
    public void A_last_value_at_the_end_of_the_memory_is_read_without_looking_behind_it()
    {
        ResultBlockEncoder block = new();
        block.Begin(9);
        block.WriteTimes([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        block.WriteInts(TsDataType.Int32, [1, 2, 3, 4, 5, 6, 7, 8, 9], [false, false, false, false, false, false, false, false, true]);
        Gauge[] rows = Frames.Read(block.ToArray(), ["number"], Gauge.Device());

        rows.Select(static row => row.Number).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, null]);
    }

    [Fact]
    public void Equal_neighbours_share_one_string()
    {
        ResultBlockEncoder block = new();
        block.Begin(4);
        block.WriteTimes([1, 2, 3, 4]);
        block.WriteTexts(TsDataType.Text, ["a long text", null, "a long text", "a long texT"]);
        Gauge[] rows = Frames.Read(block.ToArray(), ["words"], Gauge.Device());

        rows.Select(static row => row.Words).ShouldBe(["a long text", null, "a long text", "a long texT"]);
        rows[2].Words.ShouldBeSameAs(rows[0].Words);
    }

    [Fact]
    public void Text_that_is_no_utf8_is_readable()
    {
        ResultBlockEncoder block = new();
        block.Begin(1);
        block.WriteTimes([1]);
        block.WriteBinaries(TsDataType.Text, [[0x61, 0xFF, 0x62]]);

        Frames.Read(block.ToArray(), ["words"], Gauge.Device())[0].Words.ShouldBe("a\uFFFDb");
    }

    [Fact]
    public void A_day_that_is_none_is_named()
    {
        ResultBlockEncoder block = new();
        block.Begin(1);
        block.WriteTimes([1]);
        block.WriteInts(TsDataType.Date, [2024_02_30]);

        Should.Throw<FormatException>(() => Frames.Read(block.ToArray(), ["day"], Defaulted.Device("b"))).Message.ShouldContain("20240230");
    }

    [Fact]
    public void Reading_allocates_the_rows_and_their_strings_alone()
    {
        Gauge[] rows = [.. Enumerable.Range(0, 1000).Select(static i => new Gauge { Time = i, Number = i % 7 == 0 ? null : i, Words = "always the same", Flag = true })];
        (byte[] bytes, string[] headers) = Frames.Answer(Frames.Request(rows));
        using ResultBlock block = new();
        using var reader = new RowReader<Gauge>([.. headers.Select(static header => header["root.x.y.".Length..])], [0, 1, 2], Gauge.Device(), default);
        var read = new Gauge[1000];
        Measure();
        Measure();
        long one = GC.GetAllocatedBytesForCurrentThread();
        var sample = new Gauge();
        one = GC.GetAllocatedBytesForCurrentThread() - one;

        Measure().ShouldBeLessThanOrEqualTo((one * 1000) + 64);
        GC.KeepAlive(sample);

        long Measure()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            block.Parse(bytes);
            reader.Read(block, read);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Cells_without_branches_are_laid_out_as_the_runtime_lays_out_nullables()
    {
        Check(1.5);
        Check(-7L);
        Check(42);
        Check(2.5f);
        Check(true);

        static void Check<T>(T value)
            where T : struct
        {
            Unsafe.SizeOf<FixedCells.Optional<T>>().ShouldBe(Unsafe.SizeOf<T?>());
            var present = new FixedCells.Optional<T> { HasValue = true, Value = value };
            Unsafe.As<FixedCells.Optional<T>, T?>(ref present).ShouldBe(value);
            var missing = new FixedCells.Optional<T> { HasValue = false, Value = default };
            Unsafe.As<FixedCells.Optional<T>, T?>(ref missing).ShouldBeNull();
        }
    }
}
