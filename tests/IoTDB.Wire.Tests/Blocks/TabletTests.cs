using System.Text;
using FsCheck;
using IoTDB.Wire.Blocks;

namespace IoTDB.Wire.Tests.Blocks;

/// <summary>Values of tablets. Literals: wire protocol 8.2, 8.3 (computed by hand).</summary>
public sealed class TabletTests
{
    // Size 3, columns INT32 (10, null, 30), TEXT ("a", "bc", null), BOOLEAN (true, false, true).
    private const string Worked = """
        00 00 00 0A 80 00 00 00 00 00 00 1E
        00 00 00 01 61  00 00 00 02 62 63  00 00 00 00
        01 00 01
        01 02   01 04   00
        """;

    [Fact]
    public void The_worked_example_is_read()
    {
        TabletColumn[] columns = TabletDecoder.Decode(Hex.Bytes(Worked), [1, 5, 0], 3);

        columns[0].ReadInts().ShouldBe([10, int.MinValue, 30]);
        Enumerable.Range(0, 3).Select(columns[0].IsNull).ShouldBe([false, true, false]);
        columns[1].ReadBinaries().Select(cell => cell is null ? null : Encoding.UTF8.GetString(cell)).ShouldBe(["a", "bc", null]);
        columns[2].ReadBooleans().ShouldBe([true, false, true]);
        columns[2].NullBits.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void The_worked_example_is_written()
    {
        byte[] bytes = new byte[64];
        TabletValuesWriter writer = new(bytes);
        writer.Write([10, int.MinValue, 30]);
        writer.Write((string?[])["a", "bc", null]);
        writer.Write([true, false, true]);
        writer.WriteBitmap([false, true, false]);
        writer.WriteBitmap([false, false, true]);
        writer.WriteBitmap([]);

        Hex.Text(bytes.AsSpan(0, writer.Length)).ShouldBe(Hex.Text(Hex.Bytes(Worked)));
    }

    [Fact]
    public void Times_are_read()
    {
        byte[] bytes = Hex.Bytes("00 00 00 00 00 00 00 01 00 00 00 00 00 00 00 02 00 00 00 00 00 00 00 03");

        TabletDecoder.DecodeTimes(bytes, 3).ShouldBe([1L, 2, 3]);
        TabletDecoder.DecodeTimes(bytes, 2).ShouldBe([1L, 2]);
        Should.Throw<WireFormatException>(() => TabletDecoder.DecodeTimes(bytes, 4));
        Should.Throw<WireFormatException>(() => TabletDecoder.DecodeTimes(bytes, -1));
    }

    [Theory]
    [InlineData("0000000A", 2, 1)] // half of the cells
    [InlineData("00000001 61", 2, 5)] // one of two texts
    [InlineData("00000009 61", 1, 5)] // text beyond the end
    [InlineData("FFFFFFFF 61", 1, 5)] // negative length
    [InlineData("0000000A 01", 1, 1)] // no bitmap after its flag
    [InlineData("00 00 00 00 00 00 00 00 01 00", 8, 0)] // eight rows need two bytes of bitmap
    [InlineData("0000000A", 1, 6)] // VECTOR
    [InlineData("0000000A", 1, 77)]
    [InlineData("0000000A", 1, -1)]
    [InlineData("0000000A", int.MaxValue, 1)]
    [InlineData("0000000A", -1, 1)]
    public void What_is_no_tablet_is_refused(string literal, int rows, int type) =>
        Should.Throw<WireFormatException>(() => TabletDecoder.Decode(Hex.Bytes(literal), [type], rows));

    [Fact]
    public void Bytes_after_the_bitmaps_are_ignored() =>
        TabletDecoder.Decode(Hex.Bytes("0000000A 00 616263"), [1], 1)[0].ReadInts().ShouldBe([10]);

    [Fact]
    public void Only_one_is_true() =>
        TabletDecoder.Decode(Hex.Bytes("00 01 02 FF"), [0], 4)[0].ReadBooleans().ShouldBe([false, true, false, false]);

    [Fact]
    public void What_is_written_is_read() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), Check).QuickCheckThrowOnFailure();

    private static void Check(int seed)
    {
        System.Random random = new(seed);
        int rows = random.Next(1, 70);
        bool[] missing = [.. Enumerable.Range(0, rows).Select(_ => random.Next(5) == 0)];
        long[] longs = [.. missing.Select(_ => random.NextInt64(long.MinValue, long.MaxValue))];
        int[] ints = [.. missing.Select(_ => random.Next())];
        float[] floats = [.. ints.Select(BitConverter.Int32BitsToSingle)];
        double[] doubles = [.. longs.Select(BitConverter.Int64BitsToDouble)];
        bool[] flags = [.. missing.Select(_ => random.Next(2) == 0)];
        string?[] texts = [.. missing.Select((gone, row) => gone ? null : new string('é', row % 20))];
        byte[]?[] blobs = [.. missing.Select((gone, row) => gone ? null : new byte[row % 7])];

        byte[] bytes = new byte[(rows * 64) + TextCell.MaxLength(texts) + TabletValuesWriter.MaxBitmapsLength(7, rows)];
        TabletValuesWriter writer = new(bytes);
        writer.Write(longs);
        writer.Write(ints);
        writer.Write(floats);
        writer.Write(doubles);
        writer.Write(flags);
        writer.Write(texts);
        writer.Write(blobs);
        bool any = missing.Contains(true);
        for (int i = 0; i < 7 && any; i++)
        {
            writer.WriteBitmap(i == 0 ? [] : missing);
        }

        TabletColumn[] columns = TabletDecoder.Decode(bytes.AsMemory(0, writer.Length), [8, 9, 3, 4, 0, 11, 10], rows);
        columns[0].ReadLongs().ShouldBe(longs);
        columns[1].ReadInts().ShouldBe(ints);
        columns[2].ReadFloats().Select(BitConverter.SingleToInt32Bits).ShouldBe(floats.Select(BitConverter.SingleToInt32Bits));
        columns[3].ReadDoubles().Select(BitConverter.DoubleToInt64Bits).ShouldBe(longs);
        columns[4].ReadBooleans().ShouldBe(flags);
        columns[5].ReadBinaries().Select(cell => cell is null ? null : Encoding.UTF8.GetString(cell)).ShouldBe(texts);
        columns[6].ReadBinaries().Select(cell => cell?.Length).ShouldBe(blobs.Select(blob => blob?.Length));
        Enumerable.Range(0, rows).Select(columns[0].IsNull).ShouldAllBe(gone => !gone);
        Enumerable.Range(0, rows).Select(columns[6].IsNull).ShouldBe(missing);
    }
}
