using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Asks for the session's time zone.</summary>
internal readonly struct TimeZoneCall : ICall<string>
{
    public OperationInfo Describe(StatementDisplay display) => new(Methods.GetTimeZone);

    public async ValueTask<string> AttemptAsync(ServerSession session, CallDeadline deadline)
    {
        TimeZoneResponse response = await session.CallArgumentsAsync<TimeZoneArguments, TimeZoneResponse>(
            Methods.GetTimeZone, new TimeZoneArguments(session.SessionId), deadline).ConfigureAwait(false);
        StatusErrors.ThrowIfFailed(response.Status, session.Endpoint);
        return response.TimeZone;
    }
}
