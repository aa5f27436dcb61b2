using System.Net.Sockets;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

// Requests whose answers are awaited later. They come in the order of the requests; whoever gives up before the last one ends the connection.
internal sealed partial class ServerSession
{
    /// <summary>Hands rows over, and does not wait for the answer.</summary>
    /// <param name="rows">The request.</param>
    /// <param name="isAlone">No other has no answer: if the connection breaks it is over this one.</param>
    /// <param name="deadline">Time there is.</param>
    /// <returns>The number its answer will have, and the bytes of the request.</returns>
    /// <exception cref="IoTDBException">It was not handed over completely.</exception>
    public async ValueTask<(int Sequence, int Bytes)> SendAsync(RowsFrame rows, bool isAlone, CallDeadline deadline)
    {
        int sequence = ++_sequence;
        ReadOnlyMemory<byte> frame = rows.Seal(sequence, SessionId);
        try
        {
            await _connection.WriteAsync(frame, deadline.Token).ConfigureAwait(false);
            return (sequence, frame.Length);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            throw Interrupted(failure, sent: false, isAlone ? frame.Length : 0, deadline);
        }
    }

    /// <summary>Awaits the answer to the oldest request that has none.</summary>
    /// <param name="rows">What was sent.</param>
    /// <param name="sent">The number it was sent with, and its bytes.</param>
    /// <param name="isAlone">No other has no answer.</param>
    /// <param name="deadline">Time there is.</param>
    /// <exception cref="IoTDBException">There is none.</exception>
    public async ValueTask<Status> ReceiveAsync(RowsFrame rows, (int Sequence, int Bytes) sent, bool isAlone, CallDeadline deadline)
    {
        ResponseFrame frame;
        try
        {
            frame = await _connection.ReadAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            throw Interrupted(failure, sent: true, isAlone ? sent.Bytes : 0, deadline);
        }

        _endpoints.Answered(Endpoint, sent.Bytes);
        return Acknowledged(frame, rows, sent.Sequence);
    }

    /// <summary>Remembers that a request was answered to be too large.</summary>
    public void Refuse(int bytes, int statusCode) => _endpoints.Refused(Endpoint, bytes, statusCode);
}
