using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Decodes an insert and stores nothing.</summary>
internal sealed class TestInsertHandler<TRequest>(string method) : StatusHandler<TRequest>(method)
    where TRequest : IThriftStruct<TRequest>
{
    protected override bool NeedsLogin => false;

    protected override Status Run(TRequest request, RequestContext context) => new(StatusCode.Success);
}
