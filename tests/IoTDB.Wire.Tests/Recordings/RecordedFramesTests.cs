using IoTDB.Conformance.Wire;
using IoTDB.Testing;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Recordings;

/// <summary>Frames of the real server, cut and split. source: tests/recordings/wire.</summary>
public sealed class RecordedFramesTests
{
    private const int Longest = 3000;

    /// <summary>One login, one query and one insert, in both directions and both protocols, and every other method once.</summary>
    public static TheoryData<string, int> Frames()
    {
        TheoryData<string, int> data = [];
        HashSet<(string, FrameKind, ThriftProtocol)> seen = [];
        foreach (string path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "recordings"), "*.txt").Order(StringComparer.Ordinal))
        {
            foreach (RecordedFrame frame in RecordingFile.Read(path).Frames.Where(IsWhole))
            {
                CallHeader header = Header(frame);
                if (MessageCatalog.Find(header.Method) is not null && seen.Add((header.Method, frame.Kind, header.Protocol)))
                {
                    data.Add(Path.GetFileName(path), frame.Line);
                }
            }
        }

        return data;
    }

    [Theory]
    [Proves("D-08")]
    [MemberData(nameof(Frames))]
    public void Cut_at_every_byte(string file, int line)
    {
        RecordedFrame frame = Find(file, line);
        for (int length = 0; length < frame.Bytes.Length; length++)
        {
            byte[] cut = frame.Bytes[..length];
            Refused.By(() => Decode(frame, cut), () => $"a frame cut at {cut.Length}");
        }

        Decode(frame, frame.Bytes);
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_reply_in_two_segments_reads_the_same(string file, int line)
    {
        RecordedFrame frame = Find(file, line);
        CallHeader header = Header(frame);
        if (frame.Kind != FrameKind.Answer || MessageCatalog.Find(header.Method)!.DecodeReply(frame.Bytes, header) is not Status)
        {
            return;
        }

        for (int at = 0; at <= frame.Bytes.Length; at++)
        {
            Status status = Calls.ReadReply<Status>(Segments.Split(frame.Bytes, at), header.Protocol, header.Method, header.SequenceId, WireLimits.Default);
            using FrameBuffer again = new();
            Answers.WriteReply(again, header, status);
            again.Payload.Span.SequenceEqual(frame.Bytes).ShouldBeTrue($"split at {at}");
        }
    }

    [Fact]
    public void Blocks_cut_at_every_byte_are_refused()
    {
        int blocks = 0;
        foreach (string file in (string[])["query_all_types_nulls.txt", "query_constants.txt", "query_show.txt", "table_query.txt"])
        {
            foreach (RecordedFrame frame in RecordingFile.Read(Full(file)).Frames.Where(frame => frame.Kind == FrameKind.Answer))
            {
                CallHeader header = Header(frame);
                if (header.Type == MessageType.Reply && MessageCatalog.Find(header.Method)!.DecodeReply(frame.Bytes, header) is ExecuteStatementResponse { QueryResult: { } result })
                {
                    foreach (ReadOnlyMemory<byte> block in result)
                    {
                        RequireRefusedWhenCut(block);
                        blocks++;
                    }
                }
            }
        }

        blocks.ShouldBeGreaterThan(10);
    }

    private static void RequireRefusedWhenCut(ReadOnlyMemory<byte> block)
    {
        using ResultBlock parsed = new();
        parsed.Parse(block);
        for (int length = 0; length < block.Length; length++)
        {
            ReadOnlyMemory<byte> cut = block[..length];
            Refused.By(() => parsed.Parse(cut), () => $"a block cut at {cut.Length}");
        }
    }

    private static void Decode(RecordedFrame frame, byte[] bytes)
    {
        CallHeader header = Answers.ReadHeader(bytes, Answers.Detect(bytes) ?? ThriftProtocol.Binary, WireLimits.Default);
        MessageCodec codec = MessageCatalog.Find(header.Method) ?? throw new WireFormatException(0, "method", "a method");
        if (frame.Kind == FrameKind.Answer)
        {
            codec.DecodeReply(bytes, header);
        }
        else
        {
            codec.DecodeRequest(bytes, header);
        }
    }

    private static bool IsWhole(RecordedFrame frame) =>
        frame.Kind is FrameKind.Request or FrameKind.Answer
        && frame.Bytes.Length <= Longest
        && !frame.Comments.Any(comment => comment.Contains("deliberately", StringComparison.Ordinal) || comment.Contains("LEFT", StringComparison.Ordinal) || comment.Contains("TApplicationException", StringComparison.Ordinal))
        && Header(frame).Type is MessageType.Call or MessageType.Reply;

    private static CallHeader Header(RecordedFrame frame) =>
        Answers.ReadHeader(frame.Bytes, Answers.Detect(frame.Bytes) ?? ThriftProtocol.Binary, WireLimits.Default);

    private static RecordedFrame Find(string file, int line) => RecordingFile.Read(Full(file)).Frames.Single(frame => frame.Line == line);

    private static string Full(string file) => Path.Combine(AppContext.BaseDirectory, "recordings", file);
}
