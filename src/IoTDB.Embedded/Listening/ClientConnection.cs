using System.Net.Sockets;
using IoTDB.Wire;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening;

/// <summary>One connection: reads frames, answers them in order.</summary>
/// <remarks>
/// A request is handled as soon as it is there and its answer is sent with one write. Only while a client does not take an answer are its
/// next requests read ahead, so that one that writes many before it reads any gets through. What seldom happens is in asynchronous methods of its own:
/// each one that runs has to be compiled before a client has its first answer.
/// </remarks>
internal sealed class ClientConnection(Socket socket, ServerServices services, Action ended, CancellationToken ct)
    : IThreadPoolWorkItem, IDisposable
{
    private const int MaxReadAheadBytes = 64 << 20;
    private readonly FrameReader _reader = new(socket, services.Limits.MaxFrameBytes);
    private Queue<byte[]>? _ahead;
    private Task<bool>? _pendingRead;
    private int _aheadBytes;
    private ReadOnlyMemory<byte> _frame;

    /// <summary>Serves the client until it goes, breaks the protocol, or the server stops.</summary>
    public void Execute() => _ = RunAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Dispose();
        _reader.Dispose();
    }

    private async Task RunAsync()
    {
        var session = new ClientSession(socket.RemoteEndPoint);
        services.Sessions.Add(session);
        var context = new RequestContext(session, services);
        var answer = new FrameBuffer(4096);
        try
        {
            ThriftProtocol? protocol = null;
            while (await NextFrameAsync().ConfigureAwait(false))
            {
                protocol ??= Answers.Detect(Frame.Span);
                if (protocol is not { } known || Answers.Detect(Frame.Span) != known || !TryReadHeader(Frame, known, out var header))
                {
                    return;
                }

                answer.Reset();
                context.Disposition = Disposition.Send;
                await RequestDispatcher.HandleAsync(Frame, header, context, answer, ct).ConfigureAwait(false);
                if (context.Disposition == Disposition.Send)
                {
                    await SendAsync(answer.Seal()).ConfigureAwait(false);
                }
                else if (!await DisposeOfAsync(answer, context.Disposition).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away or the server stops; there is nobody to tell.
        }
        finally
        {
            services.Sessions.Remove(session);
            session.CloseStatements();
            socket.Dispose();
            answer.Dispose();
            if (_pendingRead is { } pending)
            {
                await FinishAsync(pending).ConfigureAwait(false);
            }

            Dispose();
            ended();
        }
    }

    private ReadOnlyMemory<byte> Frame => _frame.IsEmpty ? _reader.Frame : _frame;

    private static async Task FinishAsync(Task pending)
    {
        try
        {
            await pending.ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Ended by closing the socket.
        }
    }

    private bool TryReadHeader(ReadOnlyMemory<byte> frame, ThriftProtocol protocol, out CallHeader header)
    {
        try
        {
            header = Answers.ReadHeader(frame, protocol, services.Limits);
            return true;
        }
        catch (WireFormatException)
        {
            header = default;
            return false;
        }
    }

    private ValueTask<bool> NextFrameAsync()
    {
        _frame = default;
        if (_ahead is not null && _ahead.TryDequeue(out var queued))
        {
            _aheadBytes -= queued.Length;
            _frame = queued;
            return ValueTask.FromResult(true);
        }

        if (_pendingRead is { } pending)
        {
            _pendingRead = null;
            return new ValueTask<bool>(pending);
        }

        return _reader.ReadAsync(ct);
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        var sending = socket.SendAsync(bytes, SocketFlags.None, ct);
        if (!sending.IsCompletedSuccessfully)
        {
            return SendRestAsync(sending, bytes);
        }

        var sent = sending.Result;
        return sent == bytes.Length ? ValueTask.CompletedTask : SendRestAsync(ValueTask.FromResult(sent), bytes);
    }

    private async ValueTask SendRestAsync(ValueTask<int> sending, ReadOnlyMemory<byte> bytes)
    {
        while (true)
        {
            var sent = sending.IsCompleted ? await sending.ConfigureAwait(false) : await ReadAheadAsync(sending.AsTask()).ConfigureAwait(false);
            bytes = bytes[sent..];
            if (bytes.Length == 0)
            {
                return;
            }

            sending = socket.SendAsync(bytes, SocketFlags.None, ct);
        }
    }

    // What faults on demand make of an answer; false closes the connection.
    private async ValueTask<bool> DisposeOfAsync(FrameBuffer answer, Disposition disposition)
    {
        if (disposition == Disposition.SendHalf)
        {
            var bytes = answer.Seal();
            await socket.SendAsync(bytes[..(bytes.Length / 2)], SocketFlags.None, ct).ConfigureAwait(false);
        }

        return disposition == Disposition.Withhold;
    }

    private async Task<int> ReadAheadAsync(Task<int> sending)
    {
        while (!sending.IsCompleted && _aheadBytes < MaxReadAheadBytes)
        {
            _pendingRead ??= _reader.ReadAsync(ct).AsTask();
            if (await Task.WhenAny(sending, _pendingRead).ConfigureAwait(false) == sending)
            {
                break;
            }

            if (!await _pendingRead.ConfigureAwait(false))
            {
                // The end of the stream stays in _pendingRead for whoever asks next.
                break;
            }

            // A frame is a view of the reader's buffer and this one has to wait.
            _pendingRead = null;
            var frame = _reader.Frame.ToArray();
            (_ahead ??= new Queue<byte[]>()).Enqueue(frame);
            _aheadBytes += frame.Length;
        }

        return await sending.ConfigureAwait(false);
    }
}
