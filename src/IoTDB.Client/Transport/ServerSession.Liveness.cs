using IoTDB.Wire.Messages;

namespace IoTDB.Client;

internal sealed partial class ServerSession
{
    private static readonly TimeSpan s_pingLimit = TimeSpan.FromSeconds(1);

    /// <summary>One empty round trip.</summary>
    public ValueTask<Status> PingAsync(CallDeadline deadline) =>
        CallArgumentsAsync<EmptyArguments, Status>(Methods.TestConnectionEmptyRpc, default, deadline);

    /// <summary>What the server says about itself.</summary>
    public ValueTask<ServerProperties> GetPropertiesAsync(CallDeadline deadline) =>
        CallArgumentsAsync<EmptyArguments, ServerProperties>(Methods.GetProperties, default, deadline);

    /// <summary>Whether the other side still answers, within a second.</summary>
    public async ValueTask<bool> IsAliveAsync(CallDeadline outer)
    {
        CallDeadline deadline = _deadlines.Start(s_pingLimit, outer.Token);
        try
        {
            return StatusCode.IsSuccess((await PingAsync(deadline).ConfigureAwait(false)).Code);
        }
        catch (Exception failure) when (failure is IoTDBException or OperationCanceledException)
        {
            Abort();
            return false;
        }
        finally
        {
            deadline.End();
        }
    }
}
