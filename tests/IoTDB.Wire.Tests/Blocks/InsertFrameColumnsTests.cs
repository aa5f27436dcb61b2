using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Blocks;

/// <summary>A tablet that was encoded, without some of its columns.</summary>
public sealed class InsertFrameColumnsTests
{
    private static readonly TabletShape s_shape = new(
        ["a", "b", "c"], [TsDataType.Int32, TsDataType.Text, TsDataType.Boolean], isAligned: true);

    // Two rows: a = 1, 2; b = "x", missing; c = missing, true.
    private static readonly byte[] s_values =
    [
        0, 0, 0, 1, 0, 0, 0, 2,
        0, 0, 0, 1, 0x78, 0, 0, 0, 0,
        0, 1,
        0, 1, 0b10, 1, 0b01,
    ];

    [Fact]
    public void Columns_go_with_their_bitmaps()
    {
        using InsertFrame rest = Tablet(s_values).ReplaceWithout(["b"]);

        InsertTabletRequest request = Read(rest);
        request.Measurements.ShouldBe(["a", "c"]);
        request.Types.ShouldBe([(int)TsDataType.Int32, (int)TsDataType.Boolean]);
        request.Values.ToArray().ShouldBe([0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 0, 1, 0b01]);
        request.Timestamps.ToArray().ShouldBe([0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 6]);
        (request.Size, request.IsAligned, request.PrefixPath).ShouldBe((2, true, "root.sg.d"));
    }

    [Fact]
    public void Without_missing_cells_there_are_no_bitmaps()
    {
        using InsertFrame rest = Tablet(s_values).ReplaceWithout(["b", "c"]);
        Read(rest).Values.ToArray().ShouldBe([0, 0, 0, 1, 0, 0, 0, 2]);
    }

    [Fact]
    public void Rows_with_a_value_are_found_by_the_bitmaps()
    {
        using InsertFrame frame = Tablet(s_values);
        frame.RowsWithValue(["b"]).ShouldBe([true, false]);
        frame.RowsWithValue(["c"]).ShouldBe([false, true]);
        frame.RowsWithValue(["b", "c"]).ShouldBe([true, true]);
        frame.RowsWithValue(["other"]).ShouldBe([false, false]);
    }

    [Fact]
    public void All_columns_cannot_go()
    {
        Should.Throw<InvalidOperationException>(() => Tablet(s_values).ReplaceWithout(["a", "b", "c"]));
    }

    [Fact]
    public void Several_tablets_keep_their_columns()
    {
        InsertFrame frame = Tablet(s_values);
        Add(frame, s_values);
        Should.Throw<InvalidOperationException>(() => frame.ReplaceWithout(["a"]));
    }

    private static InsertFrame Tablet(byte[] values)
    {
        InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        Add(frame, values);
        return frame;
    }

    private static void Add(InsertFrame frame, byte[] values)
    {
        frame.BeginTablet("root.sg.d", s_shape, 2);
        values.CopyTo(frame.Values(values.Length));
        new byte[] { 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 6 }.CopyTo(frame.Times);
        frame.EndTablet(values.Length);
    }

    private static InsertTabletRequest Read(InsertFrame frame)
    {
        ReadOnlyMemory<byte> message = frame.Seal(1, 1)[FrameBuffer.PrefixLength..];
        CallHeader header = Answers.ReadHeader(message, ThriftProtocol.Binary, WireLimits.Default);
        Answers.TryReadCall(message, header, WireLimits.Default, out InsertTabletRequest request).ShouldBeTrue();
        return request;
    }
}
