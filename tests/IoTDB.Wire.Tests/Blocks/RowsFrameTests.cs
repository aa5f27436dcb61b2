using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Blocks;

/// <summary>Frames that rows are written into must be the messages that are declared, byte for byte.</summary>
public sealed class RowsFrameTests
{
    private static readonly TabletShape s_shape = new(["a", "b"], [TsDataType.Int32, TsDataType.Text], isAligned: true);
    private static readonly byte[] s_values = [0, 0, 0, 7, 0, 0, 0, 1, 0x78];
    private static readonly byte[] s_times = [0, 0, 0, 0, 0, 0, 0, 9];

    public static TheoryData<string> Protocols() => [nameof(ThriftProtocol.Binary), nameof(ThriftProtocol.Compact)];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void One_tablet_is_an_insertTablet(string protocol)
    {
        using InsertFrame frame = InsertFrame.Rent(Of(protocol));
        Add(frame, "root.sg.d1", s_shape, s_values);

        InsertTabletRequest declared = new(5, "root.sg.d1", ["a", "b"], s_values, s_times, [1, 5], 1, IsAligned: true);
        frame.Seal(3, 5).ToArray().ShouldBe(Declared(protocol, Methods.InsertTablet, 3, declared));
        frame.Rows.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void A_tablet_of_a_table_has_categories(string protocol)
    {
        TabletShape shape = new(["id", "v"], [TsDataType.Int32, TsDataType.String], isAligned: false, [ColumnCategory.Tag, ColumnCategory.Field]);
        using InsertFrame frame = InsertFrame.Rent(Of(protocol));
        Add(frame, "t", shape, s_values);

        InsertTabletRequest declared = new(5, "t", ["id", "v"], s_values, s_times, [1, 11], 1, IsAligned: false, WriteToTable: true, ColumnCategories: [0, 1]);
        frame.Seal(3, 5).ToArray().ShouldBe(Declared(protocol, Methods.InsertTablet, 3, declared));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Several_tablets_are_an_insertTablets(string protocol)
    {
        // Lengths around those where a compact length grows by a byte.
        byte[][] values = [.. new[] { 9, 0, 127, 128, 16_383, 16_384 }.Select(length => (byte[])[.. Enumerable.Range(0, length).Select(i => (byte)i)])];
        using InsertFrame frame = InsertFrame.Rent(Of(protocol));
        for (int i = 0; i < values.Length; i++)
        {
            Add(frame, $"root.sg.d{i}", s_shape, values[i]);
        }

        InsertTabletsRequest declared = new(
            5,
            [.. values.Select((_, i) => $"root.sg.d{i}")],
            [.. values.Select(_ => (string[])["a", "b"])],
            [.. values.Select(block => (ReadOnlyMemory<byte>)block)],
            [.. values.Select(_ => (ReadOnlyMemory<byte>)s_times)],
            [.. values.Select(_ => (int[])[1, 5])],
            [.. values.Select(_ => 1)],
            IsAligned: true);
        frame.Seal(3, 5).ToArray().ShouldBe(Declared(protocol, Methods.InsertTablets, 3, declared));
        frame.TabletCount.ShouldBe(6);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void A_frame_is_sealed_again_for_another_session(string protocol)
    {
        using InsertFrame frame = InsertFrame.Rent(Of(protocol));
        Add(frame, "root.sg.d1", s_shape, s_values);
        InsertTabletRequest declared = new(5, "root.sg.d1", ["a", "b"], s_values, s_times, [1, 5], 1, IsAligned: true);

        frame.Seal(1, 1);
        frame.Seal(int.MaxValue, long.MaxValue).ToArray().ShouldBe(Declared(protocol, Methods.InsertTablet, int.MaxValue, declared with { SessionId = long.MaxValue }));
        frame.Seal(3, 5).ToArray().ShouldBe(Declared(protocol, Methods.InsertTablet, 3, declared));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void A_tablet_added_after_sealing_is_in_the_next_seal(string protocol)
    {
        using InsertFrame frame = InsertFrame.Rent(Of(protocol));
        Add(frame, "root.sg.d1", s_shape, s_values);
        frame.Seal(1, 1);
        Add(frame, "root.sg.d2", s_shape, s_values);

        InsertTabletsRequest declared = new(
            5, ["root.sg.d1", "root.sg.d2"], [["a", "b"], ["a", "b"]], [s_values, s_values], [s_times, s_times], [[1, 5], [1, 5]], [1, 1], IsAligned: true);
        frame.Seal(3, 5).ToArray().ShouldBe(Declared(protocol, Methods.InsertTablets, 3, declared));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void A_head_longer_than_its_room_moves_the_rows(string protocol)
    {
        // Far longer than any head that a pooled frame may have seen before.
        string[] devices = [.. Enumerable.Range(0, 300).Select(i => $"root.sg.{new string('d', 1000)}{i}")];
        using InsertFrame frame = InsertFrame.Rent(Of(protocol));
        foreach (string device in devices)
        {
            Add(frame, device, s_shape, s_values);
        }

        byte[] sealedOnce = frame.Seal(3, 5).ToArray();
        ReadOnlyMemory<byte> message = sealedOnce.AsMemory(FrameBuffer.PrefixLength);
        CallHeader header = Answers.ReadHeader(message, Of(protocol), WireLimits.Default);
        Answers.TryReadCall(message, header, WireLimits.Default, out InsertTabletsRequest request).ShouldBeTrue();
        request.PrefixPaths.ShouldBe(devices);
        request.ValuesList.All(block => block.Span.SequenceEqual(s_values)).ShouldBeTrue();
        frame.Seal(3, 5).ToArray().ShouldBe(sealedOnce);
    }

    [Fact]
    public void Asking_for_more_room_keeps_what_was_written()
    {
        using InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        frame.BeginTablet("root.sg.d1", s_shape, 1);
        frame.Values(4)[0] = 42;
        frame.Values(10_000_000)[9_999_999] = 43;
        frame.Values(40_000_000)[0].ShouldBe((byte)42);
        frame.Values(40_000_000)[9_999_999].ShouldBe((byte)43);
        frame.Times.Length.ShouldBe(sizeof(long));
    }

    [Fact]
    public void Misuse_is_told()
    {
        using InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        Should.Throw<InvalidOperationException>(() => frame.Seal(1, 1));
        Should.Throw<InvalidOperationException>(() => frame.Values(1));
        Should.Throw<InvalidOperationException>(() => frame.Times.Length);
        Should.Throw<InvalidOperationException>(() => frame.EndTablet(0));
        Should.Throw<ArgumentOutOfRangeException>(() => frame.BeginTablet("d", s_shape, -1));

        frame.BeginTablet("d", s_shape, 1);
        Should.Throw<InvalidOperationException>(() => frame.Seal(1, 1));
        Should.Throw<InvalidOperationException>(() => frame.BeginTablet("e", s_shape, 1));
        frame.Values(4);
        Should.Throw<ArgumentOutOfRangeException>(() => frame.EndTablet(5));
        frame.EndTablet(4);
        Should.Throw<InvalidOperationException>(() => frame.BeginTablet("e", new TabletShape(["a"], [TsDataType.Int32], isAligned: false), 1));
        Should.Throw<InvalidOperationException>(() => frame.BeginTablet("t", new TabletShape(["a"], [TsDataType.Int32], isAligned: true, [ColumnCategory.Field]), 1));
        Should.Throw<ArgumentException>(() => new TabletShape(["a"], [], isAligned: true));
        Should.Throw<ArgumentException>(() => new TabletShape(["a"], [TsDataType.Int32], isAligned: true, []));
    }

    [Fact]
    public void Giving_a_frame_back_twice_lends_it_once()
    {
        InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        frame.Dispose();
        frame.Dispose();

        using InsertFrame first = InsertFrame.Rent(ThriftProtocol.Binary);
        using InsertFrame second = InsertFrame.Rent(ThriftProtocol.Binary);
        first.ShouldNotBeSameAs(second);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Records_are_an_insertRecords(string protocol)
    {
        TabletShape other = new(["c"], [TsDataType.Boolean], isAligned: false);
        using RecordsFrame frame = RecordsFrame.Rent(Of(protocol), isAligned: false);
        AddRecord(frame, "root.sg.d1", s_shape, 30, [1, 0, 0, 0, 7, 5, 0, 0, 0, 1, 0x78]);
        AddRecord(frame, "root.sg.d1", other, -10, [0, 1]);
        AddRecord(frame, "root.sg.d2", other, 20, [0, 0]);

        InsertRecordsRequest declared = new(
            5,
            ["root.sg.d1", "root.sg.d1", "root.sg.d2"],
            [["a", "b"], ["c"], ["c"]],
            [new byte[] { 1, 0, 0, 0, 7, 5, 0, 0, 0, 1, 0x78 }, new byte[] { 0, 1 }, new byte[] { 0, 0 }],
            [30, -10, 20],
            IsAligned: false);
        frame.Seal(3, 5).ToArray().ShouldBe(Declared(protocol, Methods.InsertRecords, 3, declared));
        frame.Seal(3, 5).ToArray().ShouldBe(Declared(protocol, Methods.InsertRecords, 3, declared));
        frame.Count.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void One_record_is_an_insertRecord(string protocol)
    {
        using RecordsFrame frame = RecordsFrame.Rent(Of(protocol), isAligned: true);
        AddRecord(frame, "root.sg.d1", s_shape, 30, [1, 0, 0, 0, 7, 5, 0, 0, 0, 1, 0x78]);

        InsertRecordRequest declared = new(
            5, "root.sg.d1", ["a", "b"], new byte[] { 1, 0, 0, 0, 7, 5, 0, 0, 0, 1, 0x78 }, 30, IsAligned: true);
        frame.Seal(3, 5).ToArray().ShouldBe(Declared(protocol, Methods.InsertRecord, 3, declared));
        frame.Method.ShouldBe(Methods.InsertRecord);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Records_of_one_device_name_it_once(string protocol)
    {
        TabletShape other = new(["c"], [TsDataType.Boolean], isAligned: false);
        using RecordsFrame frame = RecordsFrame.Rent(Of(protocol), isAligned: false, isOfOneDevice: true);
        AddRecord(frame, "root.sg.d1", s_shape, -10, [1, 0, 0, 0, 7, 5, 0, 0, 0, 1, 0x78]);
        AddRecord(frame, "root.sg.d1", other, 30, [0, 1]);

        InsertRecordsOfOneDeviceRequest declared = new(
            5,
            "root.sg.d1",
            [["a", "b"], ["c"]],
            [new byte[] { 1, 0, 0, 0, 7, 5, 0, 0, 0, 1, 0x78 }, new byte[] { 0, 1 }],
            [-10, 30],
            IsAligned: false);
        frame.Seal(3, 5).ToArray().ShouldBe(Declared(protocol, Methods.InsertRecordsOfOneDevice, 3, declared));
        frame.DeviceCount.ShouldBe(1);
    }

    private static void Add(InsertFrame frame, string device, TabletShape shape, byte[] values)
    {
        frame.BeginTablet(device, shape, 1);
        values.CopyTo(frame.Values(values.Length));
        s_times.CopyTo(frame.Times);
        frame.EndTablet(values.Length);
    }

    private static void AddRecord(RecordsFrame frame, string device, TabletShape shape, long time, byte[] values)
    {
        frame.BeginRecord(device, shape, time);
        values.CopyTo(frame.Values(values.Length + 10));
        frame.EndRecord(values.Length);
    }

    private static byte[] Declared<T>(string protocol, string method, int sequenceId, T request)
        where T : IThriftStruct<T>
    {
        using FrameBuffer frame = new();
        Calls.WriteCall(frame, Of(protocol), method, sequenceId, request);
        return frame.Seal().ToArray();
    }

    private static ThriftProtocol Of(string name) => Enum.Parse<ThriftProtocol>(name);
}
