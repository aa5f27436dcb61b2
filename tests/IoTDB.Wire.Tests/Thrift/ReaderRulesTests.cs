using IoTDB.Testing;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Thrift;

/// <summary>What a reader does with bytes that are not quite the message. Literals: wire protocol 2.2 to 2.7.</summary>
public sealed class ReaderRulesTests
{
    private const string Code = "08 0001 000000C8";

    [Theory]
    [InlineData("0B 004D 00000002 7A7A")] // string
    [InlineData("0F 004E 0C 00000002 08 0001 00000001 00 00")] // list of structs
    [InlineData("0D 004F 0B0B 00000001 00000001 61 00000001 62")] // map
    [InlineData("04 0050 3FF8000000000000")] // double
    [InlineData("0E 0051 08 00000001 00000005")] // set
    [InlineData("06 0052 0005")] // i16
    [InlineData("03 0053 05")] // byte
    [InlineData("02 0054 01")] // bool
    public void Fields_that_nobody_knows_are_skipped(string unknown) =>
        ReadStatus(unknown + Code + "00").ShouldBe(new Status(200));

    // 9C: struct in field 9. 25: field 2 after it. 18: long form of a bool.
    [Theory]
    [InlineData("15 9003 79 15 02 00 00")] // list with one i32 in field 8
    [InlineData("15 9003 71 00")] // bool in field 8
    [InlineData("15 9003 7B 00 00")] // empty map in field 8
    [InlineData("15 9003 7B 01 88 01 61 01 62 00")] // map in field 8
    [InlineData("15 9003 7C 16 02 00 00")] // struct in field 8
    [InlineData("15 9003 77 0000000000000000 00")] // double in field 8
    [InlineData("15 9003 7A F5 0F 020202020202020202020202020202 00")] // set of 15 i32 in field 8
    public void Compact_fields_that_nobody_knows_are_skipped(string literal) =>
        Read<Status>(literal, ThriftProtocol.Compact).ShouldBe(new Status(200));

    [Fact]
    public void An_optional_field_of_another_type_is_skipped() =>
        ReadStatus(Code + "0A 0002 0000000000000005 00").ShouldBe(new Status(200));

    [Fact]
    public void Fields_may_come_in_any_order() =>
        ReadStatus("02 0005 01 0B 0002 00000002 6869" + Code + "00").ShouldBe(new Status(200, "hi", NeedRetry: true));

    [Fact]
    [Fault("F-52")]
    public void A_missing_required_field_is_named()
    {
        WireFormatException error = Should.Throw<WireFormatException>(() => ReadStatus("0B 0002 00000002 6869 00"));

        error.Field.ShouldBe("Status.Code");
        error.Expectation.ShouldContain("required");
    }

    [Fact]
    public void A_required_field_of_another_type_is_missing() =>
        Should.Throw<WireFormatException>(() => ReadStatus("0A 0001 00000000000000C8 00")).Field.ShouldBe("Status.Code");

    [Fact]
    public void A_bare_argument_that_is_absent_is_zero() =>
        Read<TimeZoneArguments>("00", ThriftProtocol.Binary).SessionId.ShouldBe(0);

    [Fact]
    public void An_error_says_where_and_what()
    {
        WireFormatException error = Should.Throw<WireFormatException>(() => ReadStatus(Code + "0C 0004 0B 0001 7FFFFFFF 61 00 00"));

        error.Field.ShouldBe("EndpointAddress.Ip");
        error.Offset.ShouldBe(17);
        error.Expectation.ShouldContain("2147483647");
        error.Message.ShouldContain("byte 17");
    }

    [Theory]
    [Proves("D-08")]
    [InlineData("0B 0002 FFFFFFFF 00")]
    [InlineData("0B 0002 00000010 6869 00")]
    [InlineData("0F 0003 0C 7FFFFFFF 00")]
    [InlineData("0F 0003 0C FFFFFFFF 00")]
    [InlineData("0F 0003 08 00000001 00000001 00")] // a list of numbers where statuses belong
    [InlineData("21 0009 00")] // no such type
    [InlineData("0F 0009 21 00000001 00 00")] // no such element type
    [Fault("F-44"), Fault("F-49")]
    public void Lengths_counts_and_types_are_checked(string field) =>
        Should.Throw<WireFormatException>(() => ReadStatus(Code + field + "00"));

    [Fact]
    [Proves("D-04")]
    [Fault("F-45")]
    public void Skipped_values_nest_only_so_deep()
    {
        string Nested(int levels) => string.Concat(Enumerable.Repeat("0C 0009 ", levels)) + string.Concat(Enumerable.Repeat("00 ", levels));

        ReadStatus(Code + Nested(WireLimits.Default.MaxDepth - 1) + "00").ShouldBe(new Status(200));
        Should.Throw<WireFormatException>(() => ReadStatus(Code + Nested(WireLimits.Default.MaxDepth) + "00")).Expectation.ShouldContain("nested");
        Should.Throw<WireFormatException>(() => ReadStatus(Code + string.Concat(Enumerable.Repeat("0C 0009 ", 100_000)) + "00"));
        Should.Throw<WireFormatException>(() => ReadStatus(Code + string.Concat(Enumerable.Repeat("0F 0009 0F 00000001 ", 1)) + string.Concat(Enumerable.Repeat("0F 00000001 ", 50)) + "00"));
    }

    [Fact]
    [Proves("D-05")]
    [Fault("F-45")]
    public void Statuses_nest_four_deep()
    {
        Status Nested(int levels) => levels == 1 ? new Status(1) : new Status(levels, SubStatus: [Nested(levels - 1)]);

        RoundTrip(Nested(4)).SubStatus![0].SubStatus![0].SubStatus![0].Code.ShouldBe(1);
        Should.Throw<WireFormatException>(() => RoundTrip(Nested(5))).Field.ShouldBe("Status");
    }

    [Fact]
    [Proves("D-05")]
    public void A_frame_has_only_so_many_structs()
    {
        Status many = new(400, SubStatus: [.. Enumerable.Repeat(new Status(200), 20)]);
        byte[] bytes = Write(many, ThriftProtocol.Binary);

        Read<Status>(bytes, ThriftProtocol.Binary, WireLimits.Default with { MaxStructs = 21 }).SubStatus!.Length.ShouldBe(20);
        Should.Throw<WireFormatException>(() => Read<Status>(bytes, ThriftProtocol.Binary, WireLimits.Default with { MaxStructs = 20 }));
    }

    [Fact]
    [Proves("D-15")]
    public void Decoded_values_cannot_outgrow_the_frame()
    {
        DeleteDataRequest many = new(1, [.. Enumerable.Repeat("a", 1000)], 0, 1);
        byte[] bytes = Write(many, ThriftProtocol.Compact);

        Read<DeleteDataRequest>(bytes, ThriftProtocol.Compact, WireLimits.Default).Paths.Length.ShouldBe(1000);
        Should.Throw<WireFormatException>(() => Read<DeleteDataRequest>(bytes, ThriftProtocol.Compact, WireLimits.Default with { DecodedSlack = 0 }))
            .Expectation.ShouldContain("8 times");
    }

    [Fact]
    [Proves("D-03")]
    [Fault("F-44")]
    public void A_long_list_grows_with_its_elements()
    {
        DeleteDataRequest many = new(1, [.. Enumerable.Range(0, 5000).Select(i => $"root.d{i}")], 0, 1);

        RoundTrip(many, ThriftProtocol.Binary).Paths.ShouldBe(many.Paths);
        RoundTrip(many, ThriftProtocol.Compact).Paths.ShouldBe(many.Paths);
    }

    [Fact]
    [Proves("D-09")]
    [Fault("F-50")]
    public void A_message_for_people_survives_bytes_that_are_no_text() =>
        ReadStatus(Code + "0B 0002 00000004 61FFFE62 00").Message.ShouldBe("a\uFFFD\uFFFDb");

    [Fact]
    [Proves("D-09")]
    [Fault("F-50")]
    public void A_name_does_not_survive_them() =>
        Should.Throw<WireFormatException>(() => ReadStatus(Code + "0C 0004 0B 0001 00000002 C328 08 0002 00000001 00 00")).Expectation.ShouldBe("UTF-8");

    [Fact]
    public void A_name_that_is_no_text_is_not_written() =>
        Should.Throw<ArgumentException>(() => Write(new CreateSchemaTemplateRequest(1, "a\uD800", default), ThriftProtocol.Binary));

    [Fact]
    public void A_number_outside_an_enum_is_refused() =>
        Should.Throw<WireFormatException>(() => Read<OpenSessionRequest>("08 0001 00000009 0B 0002 00000000 0B 0003 00000000 00", ThriftProtocol.Binary))
            .Field.ShouldBe("OpenSessionRequest.ClientProtocol");

    [Theory]
    [InlineData("16 FFFFFFFFFFFFFFFFFFFF01 00")] // eleven bytes
    [InlineData("15 FFFFFFFFFF0F 00")] // six bytes for 32 bits
    [InlineData("0D 00")] // compact code without a type
    [InlineData("18 FFFFFFFF0F 00")] // length above 2^31
    [InlineData("04 80808002 00 00")] // field id beyond 16 bits
    public void Compact_numbers_have_an_end(string literal) =>
        Should.Throw<WireFormatException>(() => Read<CloseSessionRequest>(literal, ThriftProtocol.Compact));

    [Theory]
    [Proves("D-12")]
    [InlineData("closeSession", 6)]
    [InlineData("openSession", 5)]
    [InlineData("closeSessiom", 5)]
    public void An_answer_to_another_call_is_refused(string method, int sequenceId)
    {
        using FrameBuffer frame = new();
        Answers.WriteReply(frame, new CallHeader(ThriftProtocol.Binary, MessageType.Call, "closeSession", 5, 0), new Status(200));

        Should.Throw<WireFormatException>(() => Calls.ReadReply<Status>(frame.Payload, ThriftProtocol.Binary, method, sequenceId, WireLimits.Default));
    }

    [Theory]
    [InlineData("Binary", "800200020000000C636C6F736553657373696F6E000000050C0000080001000000C80000")] // version 2
    [InlineData("Binary", "800100010000000C636C6F736553657373696F6E000000050C0000080001000000C80000")] // a call
    [InlineData("Binary", "800100020000000C636C6F736553657373696F6E0000000500")] // no result
    [InlineData("Binary", "800100020000000C636C6F736553657373696F6E000000050A000000000000000000010000")] // a number
    [InlineData("Binary", "800100020000000C636C6F736553657373696F6E000000050C0000080001000000C8000000")] // a byte too many
    [InlineData("Compact", "8242050C636C6F736553657373696F6E0C001590030000")] // version 2
    [InlineData("Compact", "8041050C636C6F736553657373696F6E0C001590030000")] // not compact
    public void What_is_no_reply_is_refused(string protocol, string literal) => Should.Throw<WireFormatException>(() =>
        Calls.ReadReply<Status>(Hex.Bytes(literal), Enum.Parse<ThriftProtocol>(protocol), "closeSession", 5, WireLimits.Default));

    [Fact]
    public void A_call_without_its_argument_is_told_apart()
    {
        byte[] call = Hex.Bytes("80010001 0000000C 636C6F736553657373696F6E 00000003 00");
        CallHeader header = Answers.ReadHeader(call, ThriftProtocol.Binary, WireLimits.Default);

        Answers.TryReadCall(call, header, WireLimits.Default, out CloseSessionRequest _).ShouldBeFalse();
    }

    [Fact]
    public void An_old_header_is_understood()
    {
        CallHeader header = Answers.ReadHeader(Hex.Bytes("0000000B 67657454696D655A6F6E65 01 00000003 0A0001000000000000002600"), ThriftProtocol.Binary, WireLimits.Default);

        header.Method.ShouldBe("getTimeZone");
        header.SequenceId.ShouldBe(3);
        header.Type.ShouldBe(MessageType.Call);
    }

    [Theory]
    [Proves("D-01")]
    [InlineData("00000000", "0")]
    [InlineData("FFFFFFFF", "-1")]
    [InlineData("04000001", "67108865")]
    [InlineData("48545450", "1213486160")]
    public void A_length_word_that_is_none_is_refused(string word, string found) =>
        Should.Throw<WireFormatException>(() => FrameLength.Read(Hex.Bytes(word), WireLimits.Default.MaxFrameBytes)).Expectation.ShouldEndWith("found " + found);

    [Fact]
    [Proves("D-01")]
    public void A_length_word_up_to_the_limit_is_taken() =>
        FrameLength.Read(Hex.Bytes("04000000"), WireLimits.Default.MaxFrameBytes).ShouldBe(64 << 20);

    private static Status ReadStatus(string literal) => Read<Status>(literal, ThriftProtocol.Binary);

    private static T Read<T>(string literal, ThriftProtocol protocol)
        where T : IThriftStruct<T> => Read<T>(Hex.Bytes(literal), protocol, WireLimits.Default);

    private static T Read<T>(byte[] bytes, ThriftProtocol protocol, WireLimits limits)
        where T : IThriftStruct<T>
    {
        ThriftReader reader = new(bytes, protocol, limits);
        return T.Read(ref reader);
    }

    private static byte[] Write<T>(T value, ThriftProtocol protocol)
        where T : IThriftStruct<T>
    {
        System.Buffers.ArrayBufferWriter<byte> output = new();
        ThriftWriter writer = new(output, protocol);
        value.Write(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static T RoundTrip<T>(T value, ThriftProtocol protocol = ThriftProtocol.Binary)
        where T : IThriftStruct<T> => Read<T>(Write(value, protocol), protocol, WireLimits.Default);
}
