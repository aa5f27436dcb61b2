using FsCheck;
using IoTDB.Wire.Blocks;

namespace IoTDB.Wire.Tests.Blocks;

/// <summary>What goes into a block comes out of it, whatever is missing. A failure prints the seed to repeat it with.</summary>
public sealed class ResultBlockProperties
{
    [Fact]
    public void What_is_encoded_is_decoded() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), Check).QuickCheckThrowOnFailure();

    private static void Check(int seed)
    {
        System.Random random = new(seed);
        int rows = random.Next(70);
        bool[] missing = [.. Enumerable.Range(0, rows).Select(_ => random.Next(4) == 0)];
        long[] longs = [.. missing.Select(_ => random.NextInt64(long.MinValue, long.MaxValue))];
        int[] ints = [.. missing.Select(_ => random.Next())];
        double[] doubles = [.. longs.Select(BitConverter.Int64BitsToDouble)];
        float[] floats = [.. ints.Select(BitConverter.Int32BitsToSingle)];
        bool[] flags = [.. missing.Select(_ => random.Next(2) == 0)];
        string?[] texts = [.. missing.Select((gone, row) => gone ? null : new string((char)('a' + random.Next(3)), row % 5))];
        byte[]?[] blobs = [.. missing.Select((gone, row) => gone ? null : new byte[row % 7])];
        bool[]? nulls = random.Next(3) == 0 ? [] : missing;

        ResultBlockEncoder encoder = new();
        encoder.Begin(rows);
        encoder.WriteTimes(longs);
        encoder.WriteLongs(TsDataType.Int64, longs, nulls);
        encoder.WriteInts(TsDataType.Int32, ints, nulls);
        encoder.WriteDoubles(doubles, nulls);
        encoder.WriteFloats(floats, nulls);
        encoder.WriteBooleans(flags, nulls);
        encoder.WriteTexts(TsDataType.Text, texts);
        encoder.WriteBinaries(TsDataType.Blob, blobs);
        if (rows > 0)
        {
            encoder.WriteConstant(TsDataType.Text, "root.d"u8);
            encoder.WriteNothing(TsDataType.Boolean);
        }

        using ResultBlock block = new();
        block.Parse(encoder.ToArray());
        block.Rows.ShouldBe(rows);
        Require<long>(block, -1, longs, [], ColumnDecoder.ReadLongs);
        Require<long>(block, 0, longs, nulls, ColumnDecoder.ReadLongs);
        Require<int>(block, 1, ints, nulls, ColumnDecoder.ReadInts);
        Require<double>(block, 2, doubles, nulls, ColumnDecoder.ReadDoubles);
        Require<float>(block, 3, floats, nulls, ColumnDecoder.ReadFloats);
        Require<bool>(block, 4, flags, nulls, ColumnDecoder.ReadBooleans);
        Require<string?>(block, 5, texts, [], ColumnDecoder.ReadTexts);
        Range[] ranges = new Range[rows];
        ColumnDecoder.ReadRanges(block, 6, ranges);
        for (int row = 0; row < rows; row++)
        {
            block.Values(6)[ranges[row]].Length.ShouldBe(blobs[row]?.Length ?? 0);
        }

        if (rows > 0)
        {
            Require<string?>(block, 7, [.. missing.Select(_ => "root.d")], [], ColumnDecoder.ReadTexts);
            bool[] gone = new bool[rows];
            ColumnDecoder.ReadMissing(block, 8, gone).ShouldBeTrue();
            gone.ShouldAllBe(flag => flag);
        }
    }

    private delegate void ReadColumn<T>(ResultBlock block, int column, Span<T> destination);

    // Compared by bits: NaN is a value like any other.
    private static void Require<T>(ResultBlock block, int column, T[] expected, bool[] missing, ReadColumn<T> read)
    {
        T[] found = new T[block.Rows];
        read(block, column, found);
        bool[] gone = new bool[block.Rows];
        ColumnDecoder.ReadMissing(block, column, gone);
        for (int row = 0; row < found.Length; row++)
        {
            bool isMissing = missing.Length > 0 && missing[row];
            if (missing.Length > 0 || expected[row] is not null)
            {
                gone[row].ShouldBe(isMissing);
            }

            if (!isMissing)
            {
                Equals(found[row], expected[row]).ShouldBeTrue();
            }
        }
    }
}
