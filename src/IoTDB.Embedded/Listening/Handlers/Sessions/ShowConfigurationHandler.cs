using IoTDB.Embedded.Engine;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>The configuration file, of which the embedded server has the parts that mean something to it.</summary>
internal sealed class ShowConfigurationHandler() : RequestHandler<ShowConfigurationArguments, ShowConfigurationResponse>(Methods.ShowConfiguration)
{
    private const int LastNodeId = 1;

    protected override bool IsBookkeeping => true;

    protected override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out ShowConfigurationArguments request)
    {
        request = Answers.ReadArguments<ShowConfigurationArguments>(frame, header, limits);
        return true;
    }

    protected override ShowConfigurationResponse Run(ShowConfigurationArguments request, RequestContext context)
    {
        if (request.NodeId > LastNodeId)
        {
            throw new StatusException(StatusCode.ExecuteStatementError, $"There is no node {request.NodeId}.");
        }

        var precision = OpenSessionHandler.PrecisionOf(context.Engine.Clock.Precision);
        return new ShowConfigurationResponse(
            new Status(StatusCode.Success),
            $"dn_rpc_address=127.0.0.1\ndn_rpc_port={context.Server.Port}\ntimestamp_precision={precision}\n");
    }

    protected override ShowConfigurationResponse Refuse(Status status) => new(status, "");
}
