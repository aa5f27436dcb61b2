using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests;

/// <summary>What must not allocate in steady state, and what may allocate only what it returns.</summary>
public sealed class AllocationTests
{
    private const int Rows = 500;

    private static readonly TabletShape s_shape = new(["a", "b", "c"], [TsDataType.Double, TsDataType.Text, TsDataType.Boolean], isAligned: false);
    private static readonly long[] s_longs = [.. Enumerable.Range(0, Rows).Select(i => (long)i)];
    private static readonly double[] s_doubles = [.. Enumerable.Range(0, Rows).Select(i => i * 0.5)];
    private static readonly string[] s_texts = [.. Enumerable.Range(0, Rows).Select(i => $"text number {i}")];
    private static readonly bool[] s_flags = new bool[Rows];

    [Theory]
    [InlineData(ThriftProtocolName.Binary)]
    [InlineData(ThriftProtocolName.Compact)]
    public void Writing_a_tablet_allocates_nothing(ThriftProtocolName protocol) => Allocated(() =>
    {
        using InsertFrame frame = InsertFrame.Rent((ThriftProtocol)protocol);
        WriteTablet(frame, "root.sg.d1");
        frame.Seal(1, 2);
    }).ShouldBe(0);

    [Fact]
    public void Writing_several_tablets_allocates_nothing() => Allocated(() =>
    {
        using InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        WriteTablet(frame, "root.sg.d1");
        WriteTablet(frame, "root.sg.d2");
        frame.Seal(1, 2);
        frame.Seal(1, 3);
    }).ShouldBe(0);

    [Theory]
    [InlineData(ThriftProtocolName.Binary)]
    [InlineData(ThriftProtocolName.Compact)]
    public void Writing_records_allocates_nothing(ThriftProtocolName protocol) => Allocated(() =>
    {
        using RecordsFrame frame = RecordsFrame.Rent((ThriftProtocol)protocol, isAligned: false);
        for (int i = 0; i < 100; i++)
        {
            frame.BeginRecord("root.sg.d1", s_shape, s_longs[i]);
            RecordEncoder record = new(frame.Values(64));
            record.Write(s_doubles[i]);
            record.WriteText(TsDataType.Text, s_texts[i]);
            record.Write(s_flags[i]);
            frame.EndRecord(record.Length);
        }

        frame.Seal(1, 2);
    }).ShouldBe(0);

    [Theory]
    [InlineData(ThriftProtocolName.Binary)]
    [InlineData(ThriftProtocolName.Compact)]
    public void Writing_a_request_allocates_nothing(ThriftProtocolName protocol)
    {
        using FrameBuffer frame = new();
        Allocated(() =>
        {
            Calls.WriteCall(frame, (ThriftProtocol)protocol, Methods.ExecuteQueryStatementV2, 1, new ExecuteStatementRequest(1, "select a from root.sg.d1", 1, 1000, 60_000));
            frame.Seal();
        }).ShouldBe(0);
    }

    [Theory]
    [InlineData(ThriftProtocolName.Binary)]
    [InlineData(ThriftProtocolName.Compact)]
    public void Reading_a_status_allocates_nothing(ThriftProtocolName protocol)
    {
        using FrameBuffer frame = new();
        CallHeader call = new((ThriftProtocol)protocol, MessageType.Call, Methods.InsertTablet, 1, 0);
        Answers.WriteReply(frame, call, new Status(200, ""));
        ReadOnlyMemory<byte> reply = frame.Payload;

        Allocated(() => Calls.ReadReply<Status>(reply, (ThriftProtocol)protocol, Methods.InsertTablet, 1, WireLimits.Default)).ShouldBe(0);
    }

    [Fact]
    public void Reading_a_block_of_numbers_allocates_nothing()
    {
        bool[] missing = [.. Enumerable.Range(0, Rows).Select(i => i % 3 == 0)];
        ResultBlockEncoder encoder = new();
        encoder.Begin(Rows);
        encoder.WriteTimes(s_longs);
        encoder.WriteDoubles(s_doubles, missing);
        encoder.WriteBooleans(s_flags);
        encoder.WriteTexts(TsDataType.Text, s_texts);
        byte[] bytes = encoder.ToArray();
        using ResultBlock block = new();
        long[] longs = new long[Rows];
        double[] doubles = new double[Rows];
        bool[] flags = new bool[Rows];
        Range[] ranges = new Range[Rows];

        Allocated(() =>
        {
            block.Parse(bytes);
            ColumnDecoder.ReadLongs(block, -1, longs);
            ColumnDecoder.ReadDoubles(block, 0, doubles);
            ColumnDecoder.ReadMissing(block, 0, flags);
            ColumnDecoder.ReadBooleans(block, 1, flags);
            ColumnDecoder.ReadRanges(block, 2, ranges);
        }).ShouldBe(0);
    }

    [Fact]
    public void Reading_texts_allocates_the_texts()
    {
        ResultBlockEncoder encoder = new();
        encoder.Begin(Rows);
        encoder.WriteTimes(s_longs);
        encoder.WriteTexts(TsDataType.Text, [.. Enumerable.Range(0, Rows).Select(i => i < 250 ? "left" : "right")]);
        byte[] bytes = encoder.ToArray();
        using ResultBlock block = new();
        string?[] texts = new string?[Rows];

        long allocated = Allocated(() =>
        {
            block.Parse(bytes);
            ColumnDecoder.ReadTexts(block, 0, texts);
        });

        // Two instances, shared by their neighbours.
        allocated.ShouldBeLessThanOrEqualTo(2 * 40);
        texts[0].ShouldBeSameAs(texts[249]);
    }

    private static void WriteTablet(InsertFrame frame, string device)
    {
        frame.BeginTablet(device, s_shape, Rows);
        TabletValuesWriter values = new(frame.Values((Rows * 9) + TextCell.MaxLength(s_texts) + TabletValuesWriter.MaxBitmapsLength(3, Rows)));
        values.Write(s_doubles);
        values.Write((ReadOnlySpan<string?>)s_texts);
        values.Write(s_flags);
        values.WriteBitmap(s_flags);
        values.WriteBitmap([]);
        values.WriteBitmap(s_flags);
        BigEndian.Write(s_longs, frame.Times);
        frame.EndTablet(values.Length);
    }

    // Least of several rounds: another test may take the pooled frame, and a tier of the compiler may arrive.
    private static long Allocated(Action action)
    {
        for (int i = 0; i < 30; i++)
        {
            action();
        }

        long least = long.MaxValue;
        for (int i = 0; i < 20 && least > 0; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    /// <summary>Public twin of an internal type, so that test data can name it.</summary>
    public enum ThriftProtocolName
    {
        Binary = ThriftProtocol.Binary,
        Compact = ThriftProtocol.Compact,
    }
}
