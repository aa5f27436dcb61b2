using System.Text;
using IoTDB.Testing;
using IoTDB.Wire.Blocks;

namespace IoTDB.Wire.Tests.Blocks;

/// <summary>Result blocks. Literals: wire protocol 9.7, 9.8 (computed by hand, not by our encoder).</summary>
public sealed class ResultBlockTests
{
    private const string TreeBlock = """
        00 00 00 04 | 01 05 00 02 | 00 00 00 03 | 02 | 01 03 00 04
        00   00 00 00 00 00 00 00 01  00 00 00 00 00 00 00 02  00 00 00 00 00 00 00 03
        01 40   00 00 00 0A  00 00 00 1E
        01 20   00 00 00 01 61  00 00 00 02 62 63
        00   A0
        02   00 00 00 00 00 00 00 00 07
        """;

    private const string TableBlock = """
        00 00 00 04 | 02 05 03 05 | 00 00 00 02 | 04 | 02 03 01 04
        02   00 00 00 00 00 00 00 00 00
        00   00 00 00 00 00 00 03 E8  00 00 00 00 00 00 07 D0
        00   00 00 00 02 64 31  00 00 00 02 64 31
        01 40   3F C0 00 00
        03   01 80
        """;

    [Fact]
    public void A_block_of_the_tree_model()
    {
        using ResultBlock block = Parse(TreeBlock);

        block.Rows.ShouldBe(3);
        block.ColumnCount.ShouldBe(4);
        Longs(block, -1).ShouldBe([1L, 2, 3]);
        Ints(block, 0).ShouldBe([10, 0, 30]);
        Missing(block, 0).ShouldBe([false, true, false]);
        Texts(block, 1).ShouldBe(["a", "bc", null]);
        Booleans(block, 2).ShouldBe([true, false, true]);
        block[3].IsRunLength.ShouldBeTrue();
        Longs(block, 3).ShouldBe([7L, 7, 7]);
        block[0].PresentCount.ShouldBe(2);
        Hex.Text(block.NullBits(0)).ShouldBe("40");
        Hex.Text(block.Values(0)).ShouldBe("0000000A0000001E");
    }

    [Theory]
    [InlineData(TreeBlock, true)]
    [InlineData("00 00 00 01 | 02 | 00 00 00 01", true)]
    [InlineData("00 00 00 01 | 02 | 00 00 00 00 | 02 | 02 | 00 | 00", false)] // no rows
    [InlineData("00 00 00 01 | 02 | 00 00 00", false)] // no whole head
    [InlineData("7F FF FF FF | 02 | 00 00 00 01", false)]
    [InlineData("FF FF FF FF | 00 00 00 01", false)]
    [InlineData("", false)]
    public void The_head_says_whether_there_are_rows(string block, bool rows) => ResultBlock.HasRows(Hex.Bytes(block)).ShouldBe(rows);

    [Fact]
    public void A_block_of_the_table_model()
    {
        using ResultBlock block = Parse(TableBlock);

        block.Time.IsRunLength.ShouldBeTrue();
        Longs(block, 0).ShouldBe([1000L, 2000]);
        Texts(block, 1).ShouldBe(["d1", "d1"]);
        Floats(block, 2).ShouldBe([1.5f, 0]);
        Texts(block, 3).ShouldBe([null, null]);
        Missing(block, 3).ShouldBe([true, true]);
        block[3].PresentCount.ShouldBe(0);
    }

    [Fact]
    public void Equal_neighbours_share_one_text()
    {
        using ResultBlock block = Parse(TableBlock);

        string?[] texts = Texts(block, 1);

        texts[0].ShouldBeSameAs(texts[1]);
    }

    [Fact]
    public void The_encoder_writes_the_same_blocks()
    {
        ResultBlockEncoder encoder = new();
        encoder.Begin(2);
        encoder.WriteNoTimes();
        encoder.WriteLongs(TsDataType.Timestamp, [1000, 2000]);
        encoder.WriteTexts(TsDataType.String, ["d1", "d1"]);
        encoder.WriteFloats([1.5f, 9], [false, true]);
        encoder.WriteNothing(TsDataType.Blob);

        Hex.Text(encoder.ToArray()).ShouldBe(Hex.Text(Hex.Bytes(TableBlock)));
    }

    [Fact]
    public void The_encoder_writes_nulls_flags_and_texts()
    {
        // source: wire protocol 9.8 without its run-length column.
        const string Literal = """
            00 00 00 03 | 01 05 00 | 00 00 00 03 | 02 | 01 03 00
            00   00 00 00 00 00 00 00 01  00 00 00 00 00 00 00 02  00 00 00 00 00 00 00 03
            01 40   00 00 00 0A  00 00 00 1E
            01 20   00 00 00 01 61  00 00 00 02 62 63
            00   A0
            """;
        ResultBlockEncoder encoder = new();
        encoder.Begin(3);
        encoder.WriteTimes([1, 2, 3]);
        encoder.WriteInts(TsDataType.Date, [10, 99, 30], [false, true, false]);
        encoder.WriteTexts(TsDataType.Text, ["a", "bc", null]);
        encoder.WriteBooleans([true, false, true]);

        Hex.Text(encoder.ToArray()).ShouldBe(Hex.Text(Hex.Bytes(Literal)));
    }

    [Fact]
    public void A_missing_flag_hides_the_bit_under_it()
    {
        // source: wire protocol 9.8, boolean column (true, null, false); here with a set bit under the null.
        using ResultBlock block = Parse("00000001 00 00000003 02 00 | 00 0000000000000001 0000000000000002 0000000000000003 | 01 40 C0");

        Booleans(block, 0).ShouldBe([true, false, false]);
        Missing(block, 0).ShouldBe([false, true, false]);
    }

    [Fact]
    public void A_dictionary_is_spread_out()
    {
        // source: wire protocol 9.8, dictionary column ("x", "y", "x").
        using ResultBlock block = Parse("""
            00000001 05 00000003 04 05 | 02 00 0000000000000000 |
            03 00 00 00 02 00 00 00 00 01 78 00 00 00 01 79 00 00 00 03 00 00 00 00 00 00 00 01 00 00 00 00
            """);

        Texts(block, 0).ShouldBe(["x", "y", "x"]);
        block[0].Encoding.ShouldBe(BlockEncoding.BinaryArray);
        block[0].IsRunLength.ShouldBeFalse();
    }

    [Theory]
    [InlineData("01", "01 00000002 01 80 0000002A | 00000003 00000001 00000000 00000001", "42, null, 42")] // INT32 with a null entry
    [InlineData("02", "02 00000001 00 0000000000000007 | 00000003 00000000 00000000 00000000", "7, 7, 7")]
    [InlineData("00", "00 00000003 01 20 40 | 00000003 00000001 00000000 00000002", "True, False, null")] // BOOLEAN: bits 0, 1, missing
    public void Dictionaries_of_other_types_are_spread_out(string type, string column, string expected)
    {
        using ResultBlock block = Parse($"00000001 {type} 00000003 04 05 | 02 00 0000000000000000 | {column}");

        bool[] missing = Missing(block, 0);
        IEnumerable<object> values = block[0].PhysicalType switch
        {
            TsDataType.Boolean => Booleans(block, 0).Cast<object>(),
            TsDataType.Int32 => Ints(block, 0).Cast<object>(),
            _ => Longs(block, 0).Cast<object>(),
        };
        string.Join(", ", values.Select((value, row) => missing[row] ? "null" : value.ToString())).ShouldBe(expected);
    }

    [Fact]
    public void A_block_without_rows()
    {
        using ResultBlock block = Parse("00000002 01 05 00000000 02 01 03 | 00 00 00");

        block.Rows.ShouldBe(0);
        Ints(block, 0).ShouldBeEmpty();
        Texts(block, 1).ShouldBeEmpty();
    }

    [Fact]
    [Proves("D-09")]
    [Fault("F-50")]
    public void A_text_that_is_not_utf8_can_be_read()
    {
        using ResultBlock block = Parse("00000001 05 00000001 02 03 | 00 0000000000000001 | 00 00000004 61 C3 28 FF");

        Texts(block, 0).ShouldBe(["a\uFFFD(\uFFFD"]);
        Range[] ranges = new Range[1];
        ColumnDecoder.ReadRanges(block, 0, ranges);
        Hex.Text(block.Values(0)[ranges[0]]).ShouldBe("61C328FF");
    }

    [Fact]
    public void Logical_types_are_taken_for_physical_ones()
    {
        // A robust reader accepts DATE, TIMESTAMP, STRING and BLOB as type bytes (wire protocol 9.6).
        using ResultBlock block = Parse("""
            00000004 09 08 0B 0A 00000001 02 01 02 03 03 | 00 0000000000000001 |
            00 00000005 | 00 0000000000000006 | 00 00000001 61 | 00 00000001 62
            """);

        Ints(block, 0).ShouldBe([5]);
        Longs(block, 1).ShouldBe([6L]);
        Texts(block, 2).ShouldBe(["a"]);
        Texts(block, 3).ShouldBe(["b"]);
    }

    [Theory]
    [Proves("D-06")]
    [Proves("D-10")]
    [InlineData("FFFFFFFF 00000000 02 00", "column count")]
    [InlineData("7FFFFFFF 00000000 02 00", "column count")]
    [InlineData("00000001 01 FFFFFFFF 02 01 00 00", "row count")]
    [InlineData("00000001 01 000F4241 02 01 00 00", "row count")] // a million and one
    [InlineData("00000001 01 000F4240 04 04 02 00 0000000000000000 01 00 00000001 00", "end of the block")]
    [InlineData("00000001 06 00000000 02 01 00 00", "data type, found 6")]
    [InlineData("00000001 0C 00000000 02 01 00 00", "data type, found 12")]
    [InlineData("00000001 01 00000000 02 06 00 00", "encoding from 0 to 5, found 6")]
    [InlineData("00000001 01 00000000 02 02 00 00", "encoding Int32Array for Int32")]
    [InlineData("00000001 05 00000000 02 01 00 00", "encoding BinaryArray for Text")]
    [InlineData("00000001 01 00000002 04 04 02 00 0000000000000000 04 01 00 00000001", "array inside the run-length")]
    [InlineData("00000001 01 00000002 04 04 02 00 0000000000000000 05 01 00 00000001", "array inside the run-length")]
    [InlineData("00000001 01 00000002 04 01 02 00 0000000000000000 00 00000001 000000", "8 bytes")]
    [InlineData("00000001 05 00000001 04 03 02 00 0000000000000000 00 00000002 61", "length within")]
    [InlineData("00000001 05 00000001 04 03 02 00 0000000000000000 00 FFFFFFFF 61", "length within")]
    [InlineData("00000001 05 00000003 04 05 02 00 0000000000000000 03 00000001 00 00000001 78 00000003 00000000 00000001 00000000", "index below 1")]
    [InlineData("00000001 05 00000003 04 05 02 00 0000000000000000 03 00000001 00 00000001 78 00000003 00000000 FFFFFFFF 00000000", "index below 1")]
    [InlineData("00000001 05 00000003 04 05 02 00 0000000000000000 03 00000001 00 00000001 78 00000002 00000000 00000000", "index for each of 3 rows")]
    [InlineData("00000001 05 00000003 04 05 02 00 0000000000000000 05 00000001 00 00000001 78", "dictionary that is an array")]
    [InlineData("00000001 05 00000003 04 05 02 00 0000000000000000 03 FFFFFFFF 00", "dictionary that is an array")]
    [Fault("F-46"), Fault("F-48"), Fault("F-49"), Fault("F-51")]
    public void What_is_no_block_is_refused(string literal, string expectation) =>
        Should.Throw<WireFormatException>(() => Parse(literal)).Message.ShouldContain(expectation);

    [Fact]
    [Proves("D-07")]
    [Fault("F-47")]
    public void A_few_bytes_do_not_become_billions_of_rows()
    {
        const string Millions = "00000001 01 7FFFFFFF 04 04 | 02 00 0000000000000000 | 01 00 00000001";

        Should.Throw<WireFormatException>(() => Parse(Millions)).Expectation.ShouldContain("1000000 rows");
    }

    [Fact]
    [Proves("D-15")]
    public void A_dictionary_is_not_spread_out_beyond_the_limit()
    {
        string text = string.Concat(Enumerable.Repeat("77", 100));
        string ids = string.Concat(Enumerable.Repeat("00000000", 1000));
        string literal = $"00000001 05 000003E8 04 05 | 02 00 0000000000000000 | 03 00000001 00 00000064 {text} 000003E8 {ids}";
        using ResultBlock strict = new(WireLimits.Default with { MaxExpandedBytes = 104_000 });
        using ResultBlock lenient = new(WireLimits.Default with { MaxExpandedBytes = 104_125 });

        Should.Throw<WireFormatException>(() => strict.Parse(Hex.Bytes(literal))).Expectation.ShouldContain("once expanded");
        lenient.Parse(Hex.Bytes(literal));
        Texts(lenient, 0).ShouldAllBe(cell => cell == new string('w', 100));
    }

    [Fact]
    public void A_reader_asks_for_the_layout_a_column_has()
    {
        using ResultBlock block = Parse(TreeBlock);

        Should.Throw<InvalidOperationException>(() => ColumnDecoder.ReadLongs(block, 0, new long[3])).Message.ShouldContain("Int32");
        Should.Throw<ArgumentException>(() => ColumnDecoder.ReadInts(block, 0, new int[2]));
        Should.Throw<ArgumentOutOfRangeException>(() => block[4]);
    }

    [Fact]
    public void An_object_is_used_block_after_block()
    {
        using ResultBlock block = Parse(TableBlock);
        block.Parse(Hex.Bytes(TreeBlock));
        Texts(block, 1).ShouldBe(["a", "bc", null]);

        Should.Throw<WireFormatException>(() => block.Parse(Encoding.UTF8.GetBytes("garbage, but long enough to look like something")));
        block.Parse(Hex.Bytes(TableBlock));
        Texts(block, 1).ShouldBe(["d1", "d1"]);
    }

    private static ResultBlock Parse(string literal)
    {
        ResultBlock block = new();
        block.Parse(Hex.Bytes(literal));
        return block;
    }

    private delegate void ReadColumn<T>(ResultBlock block, int column, Span<T> destination);

    private static T[] Read<T>(ResultBlock block, int column, ReadColumn<T> read)
    {
        T[] values = new T[block.Rows];
        read(block, column, values);
        return values;
    }

    private static long[] Longs(ResultBlock block, int column) => Read<long>(block, column, ColumnDecoder.ReadLongs);

    private static int[] Ints(ResultBlock block, int column) => Read<int>(block, column, ColumnDecoder.ReadInts);

    private static float[] Floats(ResultBlock block, int column) => Read<float>(block, column, ColumnDecoder.ReadFloats);

    private static bool[] Booleans(ResultBlock block, int column) => Read<bool>(block, column, ColumnDecoder.ReadBooleans);

    private static string?[] Texts(ResultBlock block, int column) => Read<string?>(block, column, ColumnDecoder.ReadTexts);

    private static bool[] Missing(ResultBlock block, int column) => Read<bool>(block, column, static (found, at, destination) => ColumnDecoder.ReadMissing(found, at, destination));
}
