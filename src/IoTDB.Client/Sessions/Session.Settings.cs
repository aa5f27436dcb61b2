using IoTDB.Wire.Messages;

namespace IoTDB.Client;

public sealed partial class Session
{
    /// <summary>Asks the server for its version.</summary>
    public ValueTask<PingResult> PingAsync(CancellationToken cancellationToken = default) =>
        RunAsync<PingCall, PingResult>(new PingCall(Context.Clock), CallKind.Query, Options.CommandTimeout, cancellationToken);

    /// <summary>The zone in which the server reads times without an offset.</summary>
    public async Task<string> GetTimeZoneAsync(CancellationToken cancellationToken = default) =>
        await RunAsync<TimeZoneCall, string>(default, CallKind.Query, Options.CommandTimeout, cancellationToken).ConfigureAwait(false);

    /// <summary>Changes that zone for this session alone; such a session is not lent to anybody else.</summary>
    /// <param name="timeZone">IANA name or offset.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IoTDBSyntaxException">The server knows no such zone (703).</exception>
    public async Task SetTimeZoneAsync(string timeZone, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(timeZone);
        await CommandAsync(CallKind.Statement, Methods.SetTimeZone, id => new SetTimeZoneRequest(id, timeZone), bare: false, cancellationToken).ConfigureAwait(false);
        Server.TimeZone = timeZone;
    }
}
