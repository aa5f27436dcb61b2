using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

public sealed partial class Session
{
    /// <summary>Stores the tablets of a frame; repeated where it is safe, with the frame sealed anew.</summary>
    /// <exception cref="IoTDBException">Not everything was acknowledged.</exception>
    internal ValueTask<Status> InsertAsync(InsertFrame frame, CancellationToken cancellationToken) =>
        RunAsync<InsertCall, Status>(new InsertCall(frame), CallKind.Write, Options.CommandTimeout, cancellationToken);
}
