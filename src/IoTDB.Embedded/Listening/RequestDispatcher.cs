using IoTDB.Embedded.Listening.Handlers;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening;

/// <summary>Finds the handler of a request by its method.</summary>
internal sealed class RequestDispatcher
{
    private readonly Dictionary<string, RequestHandler> _handlers =
        HandlerList.All.ToDictionary(handler => handler.Method, StringComparer.Ordinal);

    /// <summary>Writes the answer of a request.</summary>
    public ValueTask<Disposition> HandleAsync(
        ReadOnlyMemory<byte> frame, CallHeader header, RequestContext context, FrameBuffer answer, CancellationToken ct)
    {
        if (_handlers.TryGetValue(header.Method, out var handler))
        {
            return handler.HandleAsync(frame, header, context, answer, ct);
        }

        Answers.WriteException(answer, header, ApplicationError.UnknownMethod, $"Invalid method name: '{header.Method}'");
        return ValueTask.FromResult(Disposition.Send);
    }
}
