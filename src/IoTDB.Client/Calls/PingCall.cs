using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>One round trip that tells the version.</summary>
internal readonly record struct PingCall(TimeProvider Clock) : ICall<PingResult>
{
    public OperationInfo Describe(StatementDisplay display) => new("PING");

    public async ValueTask<PingResult> AttemptAsync(ServerSession session, CallDeadline deadline)
    {
        TimeProvider clock = Clock;
        long started = clock.GetTimestamp();
        ServerProperties properties = await session.GetPropertiesAsync(deadline).ConfigureAwait(false);
        return new PingResult(session.Endpoint, properties.Version, clock.GetElapsedTime(started));
    }
}
