using IoTDB.Conformance.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Tests.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Fuzz;

/// <summary>Where the fuzzer starts: frames of the real server, made-up messages, blocks, tablets and records.</summary>
internal static class Corpus
{
    private const int Longest = 4000;

    public static List<FuzzInput> Make()
    {
        List<FuzzInput> inputs = [];
        foreach (string path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "recordings"), "*.txt").Order(StringComparer.Ordinal))
        {
            foreach (RecordedFrame frame in RecordingFile.Read(path).Frames.Where(frame => frame.Bytes.Length is > 0 and <= Longest))
            {
                Add(inputs, frame);
            }
        }

        foreach (MessageProbe probe in MessageProbe.All)
        {
            inputs.Add(new FuzzInput(FuzzTarget.Message, probe.Write(RandomMessages.Make(probe.Type, 5), ThriftProtocol.Binary), ThriftProtocol.Binary, Message: probe));
            inputs.Add(new FuzzInput(FuzzTarget.Message, probe.Write(RandomMessages.Make(probe.Type, 6), ThriftProtocol.Compact), ThriftProtocol.Compact, Message: probe));
        }

        inputs.Add(new FuzzInput(FuzzTarget.Block, Hex.Bytes("00000001 05 00000003 04 05 | 02 00 0000000000000000 | 03 00 00 00 02 00 00 00 00 01 78 00 00 00 01 79 00 00 00 03 00000000 00000001 00000000"), default));
        return inputs;
    }

    private static void Add(List<FuzzInput> inputs, RecordedFrame frame)
    {
        if (Answers.Detect(frame.Bytes) is not { } protocol || frame.Kind is not (FrameKind.Request or FrameKind.Answer))
        {
            return;
        }

        FuzzTarget target = frame.Kind == FrameKind.Answer ? FuzzTarget.Answer : FuzzTarget.Request;
        inputs.Add(new FuzzInput(target, frame.Bytes, protocol));
        try
        {
            AddPayload(inputs, target, frame.Bytes, Answers.ReadHeader(frame.Bytes, protocol, WireLimits.Default));
        }
        catch (Exception e) when (e is WireFormatException or ThriftApplicationException)
        {
            // A frame that is broken on purpose is a fine start by itself.
        }
    }

    private static void AddPayload(List<FuzzInput> inputs, FuzzTarget target, byte[] bytes, CallHeader header)
    {
        if (MessageCatalog.Find(header.Method) is not { } codec)
        {
            return;
        }

        switch (target == FuzzTarget.Answer ? codec.DecodeReply(bytes, header) : codec.DecodeRequest(bytes, header))
        {
            case ExecuteStatementResponse { QueryResult: { } blocks }:
                inputs.AddRange(blocks.Select(block => new FuzzInput(FuzzTarget.Block, block.ToArray(), default)));
                break;
            case InsertTabletRequest tablet:
                inputs.Add(new FuzzInput(FuzzTarget.Tablet, tablet.Values.ToArray(), default, tablet.Types, tablet.Size));
                break;
            case InsertRecordRequest record:
                inputs.Add(new FuzzInput(FuzzTarget.Record, record.Values.ToArray(), default));
                break;
        }
    }
}
