using System.Net.Sockets;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

// Requests whose answers are awaited later. They come in the order of the requests; whoever gives up before the last one ends the connection.
internal sealed partial class ServerSession
{
    /// <summary>Hands rows over, and does not wait for the answer.</summary>
    /// <returns>The number its answer will have.</returns>
    /// <exception cref="IoTDBException">It was not handed over completely.</exception>
    public async ValueTask<int> SendAsync(RowsFrame rows, CallDeadline deadline)
    {
        int sequence = ++_sequence;
        try
        {
            await _connection.WriteAsync(rows.Seal(sequence, SessionId), deadline.Token).ConfigureAwait(false);
            return sequence;
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            throw Interrupted(failure, sent: false, deadline);
        }
    }

    /// <summary>Awaits the answer to the oldest request that has none.</summary>
    /// <param name="rows">What was sent.</param>
    /// <param name="sequence">The number it was sent with.</param>
    /// <param name="deadline">Time there is.</param>
    /// <exception cref="IoTDBException">There is none.</exception>
    public async ValueTask<Status> ReceiveAsync(RowsFrame rows, int sequence, CallDeadline deadline)
    {
        ResponseFrame frame;
        try
        {
            frame = await _connection.ReadAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            throw Interrupted(failure, sent: true, deadline);
        }

        _endpoints.Answered(Endpoint);
        return Acknowledged(frame, rows, sequence);
    }
}
