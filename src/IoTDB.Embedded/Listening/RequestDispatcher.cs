using IoTDB.Embedded.Listening.Handlers;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening;

/// <summary>Hands a request to the handler of its method.</summary>
internal static class RequestDispatcher
{
    /// <summary>Writes the answer of a request.</summary>
    public static ValueTask HandleAsync(
        ReadOnlyMemory<byte> frame, CallHeader header, RequestContext context, FrameBuffer answer, CancellationToken ct)
    {
        if (HandlerList.Find(header.Method) is { } handler)
        {
            return handler.HandleAsync(frame, header, context, answer, ct);
        }

        Answers.WriteException(answer, header, ApplicationError.UnknownMethod, $"Invalid method name: '{header.Method}'");
        return ValueTask.CompletedTask;
    }
}
