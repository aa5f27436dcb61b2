using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Answers that the server is there.</summary>
internal sealed class TestConnectionHandler() : StatusHandler<EmptyArguments>(Methods.TestConnectionEmptyRpc)
{
    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out EmptyArguments request)
    {
        request = Answers.ReadArguments<EmptyArguments>(frame, header, limits);
        return true;
    }

    protected override Status Run(EmptyArguments request, RequestContext context) => new(StatusCode.Success);
}
