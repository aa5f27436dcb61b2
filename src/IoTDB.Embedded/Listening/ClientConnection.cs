using System.Net.Sockets;
using IoTDB.Wire;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening;

/// <summary>One connection: reads frames, answers them in order.</summary>
/// <remarks>
/// A request is handled as soon as it is there and its answer is sent with one write. Only while a client does not take an answer are its
/// next requests read ahead, so that one that writes many before it reads any gets through.
/// </remarks>
internal sealed class ClientConnection(Socket socket, ServerServices services) : IDisposable
{
    private const int MaxReadAheadBytes = 64 << 20;
    private readonly FrameReader _reader = new(socket, services.Limits.MaxFrameBytes);
    private readonly Queue<ReadOnlyMemory<byte>> _ahead = new();
    private Task<ReadOnlyMemory<byte>?>? _pendingRead;
    private int _aheadBytes;

    /// <summary>Serves the client until it goes, breaks the protocol, or the server stops.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var session = new ClientSession(socket.RemoteEndPoint?.ToString() ?? "");
        services.Sessions.Add(session);
        using var answer = new FrameBuffer(4096);
        try
        {
            await ServeAsync(new RequestContext(session, services), answer, ct).ConfigureAwait(false);
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
            await FinishReadAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Dispose();
        _reader.Dispose();
    }

    private async Task ServeAsync(RequestContext context, FrameBuffer answer, CancellationToken ct)
    {
        ThriftProtocol? protocol = null;
        while (await NextFrameAsync(ct).ConfigureAwait(false) is { } frame)
        {
            protocol ??= Answers.Detect(frame.Span);
            if (protocol is not { } known || Answers.Detect(frame.Span) != known || !TryReadHeader(frame, known, out var header))
            {
                return;
            }

            answer.Reset();
            var disposition = await RequestDispatcher.HandleAsync(frame, header, context, answer, ct).ConfigureAwait(false);
            if (disposition == Disposition.Withhold)
            {
                continue;
            }

            if (disposition == Disposition.Close)
            {
                return;
            }

            var bytes = answer.Seal();
            if (disposition == Disposition.SendHalf)
            {
                await socket.SendAsync(bytes[..(bytes.Length / 2)], SocketFlags.None, ct).ConfigureAwait(false);
                return;
            }

            await SendAsync(bytes, ct).ConfigureAwait(false);
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

    private async ValueTask<ReadOnlyMemory<byte>?> NextFrameAsync(CancellationToken ct)
    {
        if (_ahead.TryDequeue(out var queued))
        {
            _aheadBytes -= queued.Length;
            return queued;
        }

        if (_pendingRead is { } pending)
        {
            var frame = await pending.ConfigureAwait(false);
            _pendingRead = null;
            return frame;
        }

        return await _reader.ReadAsync(ct).ConfigureAwait(false);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (bytes.Length > 0)
        {
            var sending = socket.SendAsync(bytes, SocketFlags.None, ct);
            var sent = sending.IsCompleted ? await sending.ConfigureAwait(false) : await ReadAheadAsync(sending.AsTask(), ct).ConfigureAwait(false);
            bytes = bytes[sent..];
        }
    }

    private async Task<int> ReadAheadAsync(Task<int> sending, CancellationToken ct)
    {
        while (!sending.IsCompleted && _aheadBytes < MaxReadAheadBytes)
        {
            _pendingRead ??= _reader.ReadAsync(ct).AsTask();
            if (await Task.WhenAny(sending, _pendingRead).ConfigureAwait(false) == sending)
            {
                break;
            }

            if (await _pendingRead.ConfigureAwait(false) is not { } frame)
            {
                // The end of the stream stays in _pendingRead for whoever asks next.
                break;
            }

            // A frame is a view of the reader's buffer and this one has to wait.
            _pendingRead = null;
            _ahead.Enqueue(frame.ToArray());
            _aheadBytes += frame.Length;
        }

        return await sending.ConfigureAwait(false);
    }

    private async Task FinishReadAsync()
    {
        if (_pendingRead is null)
        {
            return;
        }

        try
        {
            await _pendingRead.ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Ended by closing the socket.
        }
    }
}
