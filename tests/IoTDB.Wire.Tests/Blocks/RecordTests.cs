using IoTDB.Wire.Blocks;

namespace IoTDB.Wire.Tests.Blocks;

/// <summary>Values of records. source: wire protocol 8.7.</summary>
public sealed class RecordTests
{
    // INT32 5, TEXT "hi", BOOLEAN true, DOUBLE 1.5, TIMESTAMP 1700000000000, DATE 2024-02-29.
    private const string Worked = """
        01 00 00 00 05   05 00 00 00 02 68 69   00 01   04 3F F8 00 00 00 00 00 00
        08 00 00 01 8B CF E5 68 00   09 01 34 D7 65
        """;

    [Fact]
    public void The_worked_example_is_written()
    {
        byte[] bytes = new byte[64];
        RecordEncoder record = new(bytes);
        record.Write(5);
        record.WriteText(TsDataType.Text, "hi");
        record.Write(true);
        record.Write(1.5);
        record.WriteNumber(TsDataType.Timestamp, 1_700_000_000_000);
        record.WriteNumber(TsDataType.Date, 20240229);

        Hex.Text(bytes.AsSpan(0, record.Length)).ShouldBe(Hex.Text(Hex.Bytes(Worked)));
    }

    [Fact]
    public void The_worked_example_is_read()
    {
        RecordDecoder record = new(Hex.Bytes(Worked + "FE"));
        List<string> values = [];
        while (record.TryRead(out int type, out ReadOnlySpan<byte> value))
        {
            values.Add($"{type}:{Hex.Text(value)}");
        }

        values.ShouldBe(["1:00000005", "5:6869", "0:01", "4:3FF8000000000000", "8:0000018BCFE56800", "9:0134D765", "254:"]);
    }

    [Fact]
    public void Other_types_are_written()
    {
        byte[] bytes = new byte[64];
        RecordEncoder record = new(bytes);
        record.Write(-1L);
        record.Write(1.5f);
        record.WriteBinary(TsDataType.Blob, [1, 2]);

        Hex.Text(bytes.AsSpan(0, record.Length)).ShouldBe("02FFFFFFFFFFFFFFFF" + "033FC00000" + "0A000000020102");
    }

    [Theory]
    [InlineData("01 0000")]
    [InlineData("05 00000002 61")]
    [InlineData("05 FFFFFFFF 61")]
    [InlineData("06 00")]
    [InlineData("4D 00000005")]
    [InlineData("FF 000000")]
    public void What_is_no_record_is_refused(string literal) => Should.Throw<WireFormatException>(() =>
    {
        RecordDecoder record = new(Hex.Bytes(literal));
        record.TryRead(out _, out _);
    });

    [Fact]
    public void Too_little_room_is_refused() => Should.Throw<ArgumentException>(() =>
    {
        RecordEncoder record = new(new byte[8]);
        record.Write(1.5);
    });
}
