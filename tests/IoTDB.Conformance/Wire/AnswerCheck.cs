using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire;

/// <summary>An answer: decoded as a client does, compared with its comments, encoded again as a server does.</summary>
internal static class AnswerCheck
{
    public static (FrameOutcome Outcome, string Detail) Run(RecordedFrame frame, Conversation conversation)
    {
        ThriftProtocol protocol = Answers.Detect(frame.Bytes) ?? throw new MismatchException("neither binary nor compact");
        CallHeader header = Answers.ReadHeader(frame.Bytes, protocol, WireLimits.Default);
        using FrameBuffer again = new();
        if (header.Type == MessageType.Exception)
        {
            return CheckException(frame, header, again);
        }

        if (MessageCatalog.Find(header.Method) is not { } codec)
        {
            return (FrameOutcome.NotYet, header.Method);
        }

        object reply = codec.DecodeReply(frame.Bytes, header);
        FieldCheck.Run(frame, reply);
        switch (reply)
        {
            case ExecuteStatementResponse response:
                ResultCheck.Run(frame, response, conversation);
                break;
            case FetchResultsResponse response:
                ResultCheck.Run(frame, response, conversation.Fetched(header.SequenceId));
                break;
        }

        codec.EncodeReply(again, header, reply);
        RequireSame(frame.Bytes, again.Payload.Span);
        return (FrameOutcome.Passed, header.Method);
    }

    public static void RequireSame(ReadOnlySpan<byte> recorded, ReadOnlySpan<byte> ours)
    {
        int at = recorded.CommonPrefixLength(ours);
        if (at != recorded.Length || at != ours.Length)
        {
            throw new MismatchException($"encoded again: {recorded.Length} bytes recorded, {ours.Length} ours, first difference at {at}");
        }
    }

    private static (FrameOutcome Outcome, string Detail) CheckException(RecordedFrame frame, in CallHeader header, FrameBuffer again)
    {
        ThriftApplicationException error;
        try
        {
            Calls.ReadReply<Status>(frame.Bytes, header.Protocol, header.Method, header.SequenceId, WireLimits.Default);
            throw new MismatchException("an exception was read as a reply");
        }
        catch (ThriftApplicationException e)
        {
            error = e;
        }

        if (!frame.Comments.Any(comment => comment.EndsWith($"type={(int)error.Type}", StringComparison.Ordinal)))
        {
            throw new MismatchException($"exception type {(int)error.Type} is not the one in the comment");
        }

        Answers.WriteException(again, header, error.Type, error.Message);
        RequireSame(frame.Bytes, again.Payload.Span);
        return (FrameOutcome.Passed, $"{header.Method}: exception {error.Type}");
    }
}
