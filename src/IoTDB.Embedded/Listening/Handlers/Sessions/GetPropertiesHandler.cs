using IoTDB.Embedded.Engine;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>What the server is and allows; no login needed.</summary>
internal sealed class GetPropertiesHandler() : RequestHandler<EmptyArguments, ServerProperties>(Methods.GetProperties)
{
    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out EmptyArguments request)
    {
        request = Answers.ReadArguments<EmptyArguments>(frame, header, limits);
        return true;
    }

    protected override ServerProperties Run(EmptyArguments request, RequestContext context) => new(
        ServerState.Version,
        ["max_time", "min_time"],
        OpenSessionHandler.PrecisionOf(context.Engine.Clock.Precision),
        context.Services.MaxConnections,
        context.Limits.MaxFrameBytes,
        IsReadOnly: false,
        ServerState.BuildInfo,
        Logo: "");

    // This answer has no status to refuse with.
    protected override ServerProperties Refuse(Status status) => throw new ThriftApplicationException(
        ApplicationError.InternalError, $"Internal error processing {Methods.GetProperties}");
}
