using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Thrift;

/// <summary>Frames that were put together by hand, byte by byte. source: wire protocol 2.8 (not our encoder).</summary>
public sealed class WorkedFramesTests
{
    private const string RequestStatementId = "72 65 71 75 65 73 74 53 74 61 74 65 6D 65 6E 74 49 64";
    private const string OpenSession = "6F 70 65 6E 53 65 73 73 69 6F 6E";

    private static readonly OpenSessionRequest s_login = new(
        ProtocolVersion.V3, "UTC", "root", "root", [new("version", "V_1_0"), new("sql_dialect", "table"), new("db", "test")]);

    [Theory]
    [InlineData("Binary", "00 00 00 2A | 80 01 00 01 | 00 00 00 12 " + RequestStatementId + " | 00 00 00 01 | 0A 00 01 00 00 00 00 00 00 00 07 | 00")]
    [InlineData("Compact", "00 00 00 19 | 82 21 01 | 12 " + RequestStatementId + " | 16 0E | 00")]
    public void A_call_with_a_bare_argument(string protocol, string literal)
    {
        using FrameBuffer frame = new();
        Calls.WriteArguments(frame, Of(protocol), Methods.RequestStatementId, 1, new RequestStatementIdArguments(7));

        Hex.Text(frame.Seal().Span).ShouldBe(Hex.Text(Hex.Bytes(literal)));
        CallHeader header = Answers.ReadHeader(Message(literal), Of(protocol), WireLimits.Default);
        header.ShouldBe(new CallHeader(Of(protocol), MessageType.Call, Methods.RequestStatementId, 1, header.BodyOffset));
        Answers.ReadArguments<RequestStatementIdArguments>(Message(literal), header, WireLimits.Default).SessionId.ShouldBe(7);
    }

    [Theory]
    [InlineData("Binary", "00 00 00 2A 80 01 00 02 00 00 00 12 " + RequestStatementId + " 00 00 00 01 | 0A 00 00 00 00 00 00 00 00 00 0C | 00")]
    [InlineData("Compact", "00 00 00 1A 82 41 01 12 " + RequestStatementId + " | 06 00 18 | 00")]
    public void A_reply_that_is_a_number(string protocol, string literal)
    {
        using FrameBuffer frame = new();
        Answers.WriteInt64Reply(frame, Call(protocol, Methods.RequestStatementId, 1), 12);

        Hex.Text(frame.Seal().Span).ShouldBe(Hex.Text(Hex.Bytes(literal)));
        Calls.ReadInt64Reply(Message(literal), Of(protocol), Methods.RequestStatementId, 1, WireLimits.Default).ShouldBe(12);
    }

    [Theory]
    [InlineData("Binary", """
        00 00 00 86 80 01 00 01 00 00 00 0B 6F 70 65 6E 53 65 73 73 69 6F 6E 00 00 00 00
        0C 00 01
          08 00 01 00 00 00 02
          0B 00 02 00 00 00 03 55 54 43
          0B 00 03 00 00 00 04 72 6F 6F 74
          0B 00 04 00 00 00 04 72 6F 6F 74
          0D 00 05 0B 0B 00 00 00 03
             00 00 00 07 76 65 72 73 69 6F 6E             00 00 00 05 56 5F 31 5F 30
             00 00 00 0B 73 71 6C 5F 64 69 61 6C 65 63 74 00 00 00 05 74 61 62 6C 65
             00 00 00 02 64 62                            00 00 00 04 74 65 73 74
          00
        00
        """)]
    [InlineData("Compact", """
        00 00 00 50 82 21 00 0B 6F 70 65 6E 53 65 73 73 69 6F 6E
        1C 15 04 18 03 55 54 43 18 04 72 6F 6F 74 18 04 72 6F 6F 74
           1B 03 88 07 76 65 72 73 69 6F 6E 05 56 5F 31 5F 30
                    0B 73 71 6C 5F 64 69 61 6C 65 63 74 05 74 61 62 6C 65
                    02 64 62 04 74 65 73 74
        00 00
        """)]
    public void A_login(string protocol, string literal)
    {
        using FrameBuffer frame = new();
        Calls.WriteCall(frame, Of(protocol), Methods.OpenSession, 0, s_login);

        Hex.Text(frame.Seal().Span).ShouldBe(Hex.Text(Hex.Bytes(literal)));
        CallHeader header = Answers.ReadHeader(Message(literal), Of(protocol), WireLimits.Default);
        Answers.TryReadCall(Message(literal), header, WireLimits.Default, out OpenSessionRequest read).ShouldBeTrue();
        read.Configuration.ShouldBe(s_login.Configuration);
        (read with { Configuration = null }).ShouldBe(s_login with { Configuration = null });
    }

    [Theory]
    [InlineData("Binary", "00 00 00 78 80 01 00 02 00 00 00 0B " + OpenSession + """
         00 00 00 00
        0C 00 00
          0C 00 01 08 00 01 00 00 00 C8 0B 00 02 00 00 00 12 4C 6F 67 69 6E 20 73 75 63 63 65 73 73 66 75 6C 6C 79 00
          08 00 02 00 00 00 02
          0A 00 03 00 00 00 00 00 00 00 07
          0D 00 04 0B 0B 00 00 00 01
             00 00 00 13 74 69 6D 65 73 74 61 6D 70 5F 70 72 65 63 69 73 69 6F 6E 00 00 00 02 6D 73
          00
        00
        """)]
    [InlineData("Compact", "00 00 00 4A 82 41 00 0B " + OpenSession + """
        0C 00 1C 15 90 03 18 12 4C 6F 67 69 6E 20 73 75 63 63 65 73 73 66 75 6C 6C 79 00
        15 04 16 0E 1B 01 88 13 74 69 6D 65 73 74 61 6D 70 5F 70 72 65 63 69 73 69 6F 6E 02 6D 73 00 00
        """)]
    public void The_answer_to_a_login(string protocol, string literal)
    {
        OpenSessionResponse response = new(new Status(200, "Login successfully"), ProtocolVersion.V3, 7, [new("timestamp_precision", "ms")]);
        using FrameBuffer frame = new();
        Answers.WriteReply(frame, Call(protocol, Methods.OpenSession, 0), response);

        Hex.Text(frame.Seal().Span).ShouldBe(Hex.Text(Hex.Bytes(literal)));
        OpenSessionResponse read = Calls.ReadReply<OpenSessionResponse>(Message(literal), Of(protocol), Methods.OpenSession, 0, WireLimits.Default);
        read.Configuration.TryFind("timestamp_precision", out string? precision).ShouldBeTrue();
        precision.ShouldBe("ms");
        (read with { Configuration = null }).ShouldBe(response with { Configuration = null });
    }

    [Theory]
    [InlineData("Binary", """
        00 00 00 60 80 01 00 01 00 00 00 12 65 78 65 63 75 74 65 53 74 61 74 65 6D 65 6E 74 56 32 00 00 00 04
        0C 00 01 0A 00 01 00 00 00 00 00 00 00 07 0B 00 02 00 00 00 0E 53 48 4F 57 20 44 41 54 41 42 41 53 45 53
        0A 00 03 00 00 00 00 00 00 00 0C 08 00 04 00 00 13 88 0A 00 05 00 00 00 00 00 00 EA 60 00 00
        """)]
    [InlineData("Compact", """
        00 00 00 34 82 21 04 12 65 78 65 63 75 74 65 53 74 61 74 65 6D 65 6E 74 56 32
        1C 16 0E 18 0E 53 48 4F 57 20 44 41 54 41 42 41 53 45 53 16 18 15 90 4E 16 C0 A9 07 00 00
        """)]
    public void A_statement(string protocol, string literal)
    {
        ExecuteStatementRequest request = new(7, "SHOW DATABASES", 12, FetchSize: 5000, Timeout: 60_000);
        using FrameBuffer frame = new();
        Calls.WriteCall(frame, Of(protocol), Methods.ExecuteStatementV2, 4, request);

        Hex.Text(frame.Seal().Span).ShouldBe(Hex.Text(Hex.Bytes(literal)));
        CallHeader header = Answers.ReadHeader(Message(literal), Of(protocol), WireLimits.Default);
        Answers.TryReadCall(Message(literal), header, WireLimits.Default, out ExecuteStatementRequest read).ShouldBeTrue();
        read.ShouldBe(request);
    }

    [Theory]
    [InlineData("Binary", "00 00 00 24 80 01 00 02 00 00 00 0C 63 6C 6F 73 65 53 65 73 73 69 6F 6E 00 00 00 05 0C 00 00 08 00 01 00 00 00 C8 00 00")]
    [InlineData("Compact", "00 00 00 17 82 41 05 0C 63 6C 6F 73 65 53 65 73 73 69 6F 6E 0C 00 15 90 03 00 00")]
    public void A_bare_status(string protocol, string literal)
    {
        using FrameBuffer frame = new();
        Answers.WriteReply(frame, Call(protocol, Methods.CloseSession, 5), new Status(200));

        Hex.Text(frame.Seal().Span).ShouldBe(Hex.Text(Hex.Bytes(literal)));
        Calls.ReadReply<Status>(Message(literal), Of(protocol), Methods.CloseSession, 5, WireLimits.Default).ShouldBe(new Status(200));
    }

    [Theory]
    [InlineData("Binary", """
        00 00 00 3E 80 01 00 02 00 00 00 0C 69 6E 73 65 72 74 54 61 62 6C 65 74 00 00 00 06
        0C 00 00 08 00 01 00 00 00 C8 0C 00 04 0B 00 01 00 00 00 08 31 30 2E 30 2E 30 2E 32 08 00 02 00 00 1A 0B 00 00 00
        """)]
    [InlineData("Compact", """
        00 00 00 26 82 41 06 0C 69 6E 73 65 72 74 54 61 62 6C 65 74 0C 00 15 90 03 3C 18 08 31 30 2E 30 2E 30 2E 32 15 96 68 00 00 00
        """)]
    public void A_status_that_names_a_better_node(string protocol, string literal)
    {
        Status status = new(200, RedirectNode: new EndpointAddress("10.0.0.2", 6667));
        using FrameBuffer frame = new();
        Answers.WriteReply(frame, Call(protocol, Methods.InsertTablet, 6), status);

        Hex.Text(frame.Seal().Span).ShouldBe(Hex.Text(Hex.Bytes(literal)));
        Calls.ReadReply<Status>(Message(literal), Of(protocol), Methods.InsertTablet, 6, WireLimits.Default).ShouldBe(status);
    }

    [Theory]
    [InlineData("Binary", """
        00 00 00 3E 80 01 00 03 00 00 00 06 66 6F 6F 42 61 72 00 00 00 03 0B 00 01 00 00 00 1D
        49 6E 76 61 6C 69 64 20 6D 65 74 68 6F 64 20 6E 61 6D 65 3A 20 27 66 6F 6F 42 61 72 27 08 00 02 00 00 00 01 00
        """)]
    [InlineData("Compact", """
        00 00 00 2C 82 61 03 06 66 6F 6F 42 61 72 18 1D 49 6E 76 61 6C 69 64 20 6D 65 74 68 6F 64 20 6E 61 6D 65 3A 20 27 66 6F 6F 42 61 72 27 15 02 00
        """)]
    public void An_exception(string protocol, string literal)
    {
        using FrameBuffer frame = new();
        Answers.WriteException(frame, Call(protocol, "fooBar", 3), ApplicationError.UnknownMethod, "Invalid method name: 'fooBar'");

        Hex.Text(frame.Seal().Span).ShouldBe(Hex.Text(Hex.Bytes(literal)));
        ThriftApplicationException error = Should.Throw<ThriftApplicationException>(
            () => Calls.ReadReply<Status>(Message(literal), Of(protocol), "fooBar", 3, WireLimits.Default));
        error.Type.ShouldBe(ApplicationError.UnknownMethod);
        error.Message.ShouldBe("Invalid method name: 'fooBar'");
    }

    // source: wire protocol 2.5: fields 8 = true, 9 = true, 10 = list<byte>[0,1], 11 = false.
    [Theory]
    [InlineData("Binary", "02 00 08 01  02 00 09 01  0F 00 0A 03 00 00 00 02 00 01  02 00 0B 00  00")]
    [InlineData("Compact", "81 11 19 23 00 01 12 00")]
    public void Flags_and_bytes(string protocol, string literal)
    {
        System.Buffers.ArrayBufferWriter<byte> output = new();
        ThriftWriter writer = new(output, Of(protocol));
        writer.BeginStruct();
        writer.WriteBoolField(8, true);
        writer.WriteBoolField(9, true);
        writer.WriteField(ThriftType.List, 10);
        ByteListValue.Write(ref writer, [0, 1]);
        writer.WriteBoolField(11, false);
        writer.EndStruct(0);
        writer.Flush();

        Hex.Text(output.WrittenSpan).ShouldBe(Hex.Text(Hex.Bytes(literal)));
    }

    // source: wire protocol 2.5, table.
    [Theory]
    [InlineData(0L, "00")]
    [InlineData(-1L, "01")]
    [InlineData(1L, "02")]
    [InlineData(200L, "9003")]
    [InlineData(5000L, "904E")]
    [InlineData(60_000L, "C0A907")]
    [InlineData(1_700_000_000_000L, "80A0ABFEF962")]
    [InlineData((long)int.MinValue, "FFFFFFFF0F")]
    [InlineData(long.MaxValue, "FEFFFFFFFFFFFFFFFF01")]
    [InlineData(long.MinValue, "FFFFFFFFFFFFFFFFFF01")]
    public void Compact_numbers(long number, string literal)
    {
        System.Buffers.ArrayBufferWriter<byte> output = new();
        ThriftWriter writer = new(output, ThriftProtocol.Compact);
        writer.WriteI64(number);
        if (number == (int)number)
        {
            writer.WriteI32((int)number);
        }

        writer.Flush();
        Hex.Text(output.WrittenSpan).ShouldBe(number == (int)number ? literal + literal : literal);
        ThriftReader reader = new(output.WrittenMemory, ThriftProtocol.Compact, WireLimits.Default);
        reader.ReadI64().ShouldBe(number);
    }

    private static ThriftProtocol Of(string name) => Enum.Parse<ThriftProtocol>(name);

    private static CallHeader Call(string protocol, string method, int sequenceId) => new(Of(protocol), MessageType.Call, method, sequenceId, 0);

    private static ReadOnlyMemory<byte> Message(string literal) => Hex.Bytes(literal).AsMemory(FrameBuffer.PrefixLength);
}
