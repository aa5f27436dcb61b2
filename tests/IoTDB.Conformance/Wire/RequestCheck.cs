using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire;

/// <summary>A request: decoded as a server does, compared with its comments, encoded again as a client does.</summary>
internal static class RequestCheck
{
    public static (FrameOutcome Outcome, string Detail) Run(RecordedFrame frame, RecordedFrame? answer, Conversation conversation)
    {
        bool broken = frame.Comments.Any(comment => comment.Contains("(message deliberately not decodable", StringComparison.Ordinal));
        try
        {
            ThriftProtocol protocol = Answers.Detect(frame.Bytes) ?? throw new MismatchException("neither binary nor compact");
            CallHeader header = Answers.ReadHeader(frame.Bytes, protocol, WireLimits.Default);
            ApplicationError? refusal = RefusalOf(header, answer);
            broken |= refusal == ApplicationError.ProtocolError;
            if (MessageCatalog.Find(header.Method) is not { } codec)
            {
                return refusal == ApplicationError.UnknownMethod
                    ? (FrameOutcome.Passed, $"{header.Method}: unknown to the server too")
                    : (FrameOutcome.NotYet, header.Method);
            }

            return Check(frame, header, codec, refusal, broken, conversation);
        }
        catch (WireFormatException e) when (broken)
        {
            return (FrameOutcome.Passed, $"refused as by the server: {e.Message}");
        }
    }

    /// <summary>Whether an answer has the method and the number of a request.</summary>
    public static bool Belongs(RecordedFrame answer, RecordedFrame request)
    {
        try
        {
            CallHeader asked = Header(request);
            CallHeader answered = Header(answer);
            return asked.Method == answered.Method && asked.SequenceId == answered.SequenceId;
        }
        catch (WireFormatException)
        {
            return false;
        }
    }

    private static CallHeader Header(RecordedFrame frame) =>
        Answers.ReadHeader(frame.Bytes, Answers.Detect(frame.Bytes) ?? ThriftProtocol.Binary, WireLimits.Default);

    private static (FrameOutcome Outcome, string Detail) Check(
        RecordedFrame frame, in CallHeader header, MessageCodec codec, ApplicationError? refusal, bool broken, Conversation conversation)
    {
        object? request = codec.DecodeRequest(frame.Bytes, header);
        if (broken)
        {
            throw new MismatchException("decoded, but the server refused it");
        }

        if (request is null)
        {
            return refusal == ApplicationError.InternalError
                ? (FrameOutcome.Passed, $"{header.Method}: no argument")
                : throw new MismatchException("the call carries no argument");
        }

        if (request is FetchResultsRequest fetch)
        {
            conversation.Fetching(header.SequenceId, fetch.QueryId);
        }

        bool same = EncodeAgain(frame, header, codec, request);
        FieldCheck.Run(frame, request, lenient: !same);
        PayloadCheck.Run(frame, header, request);
        return (FrameOutcome.Passed, same ? header.Method : $"{header.Method}: normalised");
    }

    private static bool EncodeAgain(RecordedFrame frame, in CallHeader header, MessageCodec codec, object request)
    {
        using FrameBuffer again = new();
        codec.EncodeRequest(again, header, request);
        if (frame.Bytes.AsSpan().SequenceEqual(again.Payload.Span))
        {
            return true;
        }

        // Hand-made requests: fields that nobody knows, fields out of order, an old header, bytes after the end. What was understood must still be the same.
        Normalised.Require(frame.Bytes.AsSpan(header.BodyOffset), again.Payload.Span, header);
        return false;
    }

    // An answer to another call says nothing about this one.
    private static ApplicationError? RefusalOf(in CallHeader call, RecordedFrame? answer)
    {
        if (answer is not { Kind: FrameKind.Answer } || Answers.Detect(answer.Bytes) is not { } protocol)
        {
            return null;
        }

        CallHeader header = Answers.ReadHeader(answer.Bytes, protocol, WireLimits.Default);
        if (header.Type != MessageType.Exception || header.Method != call.Method || header.SequenceId != call.SequenceId)
        {
            return null;
        }

        try
        {
            Calls.ReadReply<Status>(answer.Bytes, protocol, header.Method, header.SequenceId, WireLimits.Default);
            return null;
        }
        catch (ThriftApplicationException e)
        {
            return e.Type;
        }
    }
}
