using IoTDB.Wire.Blocks;

namespace IoTDB.Wire.Tests.Blocks;

public sealed class BitPackingTests
{
    // source: wire protocol 8.3 and 9.7: rows 0, 3 and 9 of 10.
    [Fact]
    public void The_two_orders()
    {
        bool[] flags = [true, false, false, true, false, false, false, false, false, true];
        byte[] least = new byte[2];
        byte[] most = new byte[2];

        BitPacking.PackLeastSignificantFirst(flags, least).ShouldBeTrue();
        BitPacking.PackMostSignificantFirst(flags, most);

        Hex.Text(least).ShouldBe("0902");
        Hex.Text(most).ShouldBe("9040");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(9, 2)]
    [InlineData(15, 2)]
    [InlineData(16, 3)]
    public void A_tablets_bitmap_has_a_spare_byte(int rows, int bytes) => BitPacking.TabletBitmapLength(rows).ShouldBe(bytes);

    [Fact]
    public void Every_length_is_packed_within_its_bytes()
    {
        Random random = new(7);
        for (int rows = 0; rows <= 140; rows++)
        {
            bool[] flags = [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) == 0)];
            int length = BitPacking.TabletBitmapLength(rows);
            byte[] bits = [.. Enumerable.Repeat((byte)0xEE, length + 8)];

            BitPacking.PackLeastSignificantFirst(flags, bits).ShouldBe(flags.Contains(true));

            for (int row = 0; row < length * 8; row++)
            {
                BitPacking.IsSetLeastSignificantFirst(bits, row).ShouldBe(row < rows && flags[row], $"row {row} of {rows}");
            }

            bits.AsSpan(length).IndexOfAnyExcept((byte)0xEE).ShouldBe(-1, $"{rows} rows wrote beyond their bytes");
        }
    }

    [Fact]
    public void A_flag_that_is_true_in_another_way_is_true()
    {
        // A bool from foreign memory may be any byte but 0.
        bool[] flags = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, bool>(Enumerable.Repeat((byte)2, 40).ToArray().AsSpan()).ToArray();
        byte[] bits = new byte[6];

        BitPacking.PackLeastSignificantFirst(flags.AsSpan(0, 32), bits).ShouldBeTrue();

        Hex.Text(bits.AsSpan(0, 4)).ShouldBe("FFFFFFFF");
    }

    [Fact]
    public void Too_little_room_is_refused() =>
        Should.Throw<ArgumentException>(() => BitPacking.PackLeastSignificantFirst(new bool[8], new byte[1]));
}
