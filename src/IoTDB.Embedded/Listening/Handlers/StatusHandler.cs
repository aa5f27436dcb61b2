using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Answers a method whose answer is a status.</summary>
internal abstract class StatusHandler<TRequest>(string method) : RequestHandler<TRequest, Status>(method)
    where TRequest : IThriftStruct<TRequest>
{
    /// <inheritdoc/>
    protected sealed override Status Refuse(Status status) => status;
}
