using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Refuses to append to or prune a template, as the server does: there is a statement for it.</summary>
internal sealed class ModifyTemplateHandler<TRequest>(string method) : StatusHandler<TRequest>(method)
    where TRequest : IThriftStruct<TRequest>
{
    protected override bool NeedsLogin => false;

    protected override Status Run(TRequest request, RequestContext context) =>
        new(StatusCode.UnsupportedOperation, "Modify template has not been supported.");
}
