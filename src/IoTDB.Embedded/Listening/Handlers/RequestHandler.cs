using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Answers one method of the protocol.</summary>
internal abstract class RequestHandler(string method)
{
    /// <summary>Name of the method.</summary>
    public string Method { get; } = method;

    /// <summary>Writes the answer of a request; <see cref="RequestContext.Disposition"/> says what becomes of it.</summary>
    public abstract ValueTask HandleAsync(
        ReadOnlyMemory<byte> frame, CallHeader header, RequestContext context, FrameBuffer answer, CancellationToken ct);
}
