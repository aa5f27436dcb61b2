using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Sends parts over one connection without awaiting each answer before the next request; answers come in the order of requests.</summary>
/// <remarks>
/// A bounded window is on its way: so many requests, and so many bytes. Each part keeps its own outcome. Another attempt goes on with the parts that
/// have no answer, on another connection. An answer that says that the server takes no rows now stops the sending of more.
/// </remarks>
internal sealed class PipelineCall<TPart>(IFrameTarget<TPart> target, IReadOnlyList<TPart> parts, int window, TimeSpan limit) : ICall<bool>
{
    private const int MostInFlight = 4;
    private readonly Queue<(int Index, (int Sequence, int Bytes) Sent, RowsFrame Frame)> _inFlight = new();
    private readonly PartState[] _states = new PartState[parts.Count];
    private readonly IoTDBException?[] _errors = new IoTDBException?[parts.Count];
    private bool _isHeld;
    private bool _isCareful; // after a connection broke: one at a time, to see over which

    /// <summary>The part that was on its way alone when the last connection broke; -1 without one.</summary>
    public int Interrupted { get; private set; } = -1;

    public OperationInfo Describe(StatementDisplay display) => new("INSERT", Tablets: parts.Count);

    public PartState StateOf(int part) => _states[part];

    /// <summary>The error that was answered; null for success and where there is no answer.</summary>
    public IoTDBException? ErrorOf(int part) => _errors[part];

    /// <summary>Whether parts were sent that have no answer.</summary>
    public bool HasDoubt => Array.IndexOf(_states, PartState.InDoubt) >= 0;

    /// <summary>Whether any part was acknowledged.</summary>
    public bool HasSuccess => _states.Where((state, i) => state == PartState.Answered && _errors[i] is null).Any();

    public async ValueTask<bool> AttemptAsync(ServerSession session, CallDeadline deadline)
    {
        try
        {
            int next = 0;
            long bytes = 0;
            while (true)
            {
                while (next < parts.Count && _states[next] == PartState.Answered)
                {
                    next++;
                }

                if (next < parts.Count && !_isHeld && (_inFlight.Count == 0 || (!_isCareful && _inFlight.Count < MostInFlight && bytes < window)))
                {
                    bytes += await SendAsync(session, next++, deadline).ConfigureAwait(false);
                }
                else if (_inFlight.Count > 0)
                {
                    bytes -= await ReceiveAsync(session, deadline).ConfigureAwait(false);
                    deadline.Renew(limit);
                }
                else
                {
                    return true;
                }
            }
        }
        catch (Exception failure)
        {
            _isCareful |= failure is IoTDBConnectionException;
            if (_inFlight.Count > 0)
            {
                session.Abort(); // answers nobody awaits any more
            }

            throw;
        }
        finally
        {
            while (_inFlight.TryDequeue(out (int Index, (int Sequence, int Bytes) Sent, RowsFrame Frame) abandoned))
            {
                abandoned.Frame.Dispose();
            }
        }
    }

    private async ValueTask<int> SendAsync(ServerSession session, int part, CallDeadline deadline)
    {
        if (target.Refusal(parts[part]) is { } refusal)
        {
            _errors[part] = refusal;
            _states[part] = PartState.Answered;
            return 0;
        }

        RowsFrame frame = target.Encode(parts[part]);
        Interrupted = _inFlight.Count == 0 ? part : -1;
        try
        {
            (int Sequence, int Bytes) sent = await session.SendAsync(frame, isAlone: _inFlight.Count == 0, deadline).ConfigureAwait(false);
            _states[part] = PartState.InDoubt;
            _inFlight.Enqueue((part, sent, frame));
            return frame.ValuesLength;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    private async ValueTask<int> ReceiveAsync(ServerSession session, CallDeadline deadline)
    {
        (int part, (int Sequence, int Bytes) sent, RowsFrame frame) = _inFlight.Peek();
        Interrupted = _inFlight.Count == 1 ? part : -1;
        Status status = await session.ReceiveAsync(frame, sent, isAlone: _inFlight.Count == 1, deadline).ConfigureAwait(false);
        int bytes = frame.ValuesLength;
        _inFlight.Dequeue();
        frame.Dispose();
        if (!StatusErrors.IsSuccess(status))
        {
            IoTDBException error = StatusErrors.Create(status, session.Endpoint);
            if (error.Outcome == Outcome.Refused && error.StatusCode is StatusCode.NotLogin or StatusCode.InternalServerError)
            {
                _states[part] = PartState.Unsent;
                session.Abort();
                throw error;
            }

            if (error is IoTDBRequestTooLargeException)
            {
                session.Refuse(sent.Bytes, status.Code);
            }

            _errors[part] = error;
            _isHeld |= !Refusals.AreAboutRows(error);
        }
        else
        {
            target.Stored(parts[part]);
        }

        _states[part] = PartState.Answered;
        return bytes;
    }
}
