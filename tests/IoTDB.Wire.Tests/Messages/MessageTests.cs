using System.Text;
using FsCheck;
using IoTDB.Conformance.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Messages;

/// <summary>What holds for every message, in both protocols. A failing property prints the seed to repeat it with.</summary>
public sealed class MessageTests
{
    private const int LongestCut = 600;

    public static TheoryData<string, string> Messages()
    {
        TheoryData<string, string> data = [];
        foreach (MessageProbe probe in MessageProbe.All)
        {
            data.Add(probe.Type.Name, nameof(ThriftProtocol.Binary));
            data.Add(probe.Type.Name, nameof(ThriftProtocol.Compact));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void What_is_written_is_read(string message, string protocol)
    {
        MessageProbe probe = MessageProbe.Of(message);
        ThriftProtocol thrift = Enum.Parse<ThriftProtocol>(protocol);
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            object made = RandomMessages.Make(probe.Type, seed);
            byte[] bytes = probe.Write(made, thrift);
            object read = probe.Read(bytes, thrift);

            FieldText.Of(read).ShouldBe(FieldText.Of(made));
            probe.Write(read, thrift).ShouldBe(bytes);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Both_protocols_say_the_same(string message, string protocol)
    {
        MessageProbe probe = MessageProbe.Of(message);
        ThriftProtocol thrift = Enum.Parse<ThriftProtocol>(protocol);
        ThriftProtocol other = thrift == ThriftProtocol.Binary ? ThriftProtocol.Compact : ThriftProtocol.Binary;
        object made = RandomMessages.Make(probe.Type, 1);

        object through = probe.Read(probe.Write(probe.Read(probe.Write(made, thrift), thrift), other), other);

        FieldText.Of(through).ShouldBe(FieldText.Of(made));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Cut_at_every_byte_it_is_refused(string message, string protocol)
    {
        MessageProbe probe = MessageProbe.Of(message);
        ThriftProtocol thrift = Enum.Parse<ThriftProtocol>(protocol);
        byte[] bytes = Some(probe, thrift);
        for (int length = 0; length < bytes.Length; length++)
        {
            byte[] cut = bytes[..length];
            Refused.By(() => probe.Read(cut, thrift), () => $"{message} cut at {cut.Length}");
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Split_anywhere_it_reads_the_same(string message, string protocol)
    {
        MessageProbe probe = MessageProbe.Of(message);
        ThriftProtocol thrift = Enum.Parse<ThriftProtocol>(protocol);
        byte[] bytes = Some(probe, thrift);
        for (int at = 0; at <= bytes.Length; at++)
        {
            byte[] again = probe.Write(probe.Read(Segments.Split(bytes, at), thrift), thrift);
            again.AsSpan().SequenceEqual(bytes).ShouldBeTrue($"split at {at} of {bytes.Length}");
        }

        probe.Write(probe.Read(Segments.Crumbs(bytes), thrift), thrift).ShouldBe(bytes);
    }

    [Fact]
    public void Every_method_has_messages_that_are_declared()
    {
        string[] methods = [.. typeof(Methods).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

        MessageCatalog.All.Select(entry => entry.Key).ShouldBe(methods, ignoreOrder: true);
    }

    [Fact]
    public void Every_response_to_a_failing_call_can_be_built_from_its_status_alone()
    {
        // Required fields of a response are there on errors too: false, 0 or nothing (wire protocol 6.2).
        FetchResultsResponse response = new(new Status(802, "not logged in"), HasResultSet: false, IsAlign: false);

        byte[] bytes = MessageProbe.Of(typeof(FetchResultsResponse)).Write(response, ThriftProtocol.Binary);

        Encoding.UTF8.GetString(bytes).ShouldContain("not logged in");
        ((FetchResultsResponse)MessageProbe.Of(typeof(FetchResultsResponse)).Read(bytes, ThriftProtocol.Binary)).MoreData.ShouldBeNull();
    }

    // The first seed whose message is short enough to be cut everywhere.
    private static byte[] Some(MessageProbe probe, ThriftProtocol protocol) =>
        Enumerable.Range(1, 1000).Select(seed => probe.Write(RandomMessages.Make(probe.Type, seed), protocol)).First(bytes => bytes.Length <= LongestCut);
}
