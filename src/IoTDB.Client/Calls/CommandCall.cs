using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

/// <summary>A request whose answer is a status.</summary>
/// <param name="method">The method.</param>
/// <param name="request">Makes the request for a session's id.</param>
/// <param name="bare">The method takes plain arguments, not a struct.</param>
internal readonly struct CommandCall<TRequest>(string method, Func<long, TRequest> request, bool bare = false) : ICall<Status>
    where TRequest : IThriftStruct<TRequest>
{
    public OperationInfo Describe(StatementDisplay display) => new(method);

    public async ValueTask<Status> AttemptAsync(ServerSession session, CallDeadline deadline)
    {
        TRequest made = request(session.SessionId);
        Status status = bare
            ? await session.CallArgumentsAsync<TRequest, Status>(method, made, deadline).ConfigureAwait(false)
            : await session.CallAsync<TRequest, Status>(method, made, deadline).ConfigureAwait(false);
        StatusErrors.ThrowIfFailed(status, session.Endpoint);
        return status;
    }
}
