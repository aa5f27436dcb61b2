using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace IoTDB.Client;

/// <summary>One TCP or TLS connection that carries frames: a 4-byte length and that many bytes.</summary>
/// <remarks>
/// One write a request. After any doubt (cancelled, cut, malformed) it is broken for good, so that no answer can reach another call.
/// Source: wire protocol 1.1.
/// </remarks>
internal sealed class Connection : IDisposable
{
    private const int HeaderSize = sizeof(int);
    private const int FirstStep = 64 * 1024;
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly int _maxFrame;
    private readonly byte[] _header = new byte[HeaderSize];
    private int _learnedFrame = FirstStep;
    private volatile bool _broken;

    public Connection(Socket socket, Stream stream, Endpoint endpoint, int maxFrame)
    {
        _socket = socket;
        _stream = stream;
        _maxFrame = maxFrame;
        Endpoint = endpoint;
    }

    public Endpoint Endpoint { get; }

    public bool IsBroken => _broken;

    /// <summary>The address behind the endpoint's name; null once the socket is gone.</summary>
    public IPAddress? RemoteAddress => _broken ? null : (_socket.RemoteEndPoint as IPEndPoint)?.Address;

    /// <summary>Whether nothing arrived that nobody asked for: an end of stream, or bytes. No round trip.</summary>
    public bool IsQuiet
    {
        get
        {
            try
            {
                return !_broken && !_socket.Poll(0, SelectMode.SelectRead);
            }
            catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
            {
                return false;
            }
        }
    }

    /// <summary>Hands a whole frame to the network. If it fails the server cannot have executed it.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (!_broken)
        {
            throw; // not a byte was handed over: the connection stays good
        }

        try
        {
            await _stream.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Break();
            throw;
        }
    }

    /// <summary>Reads the next frame.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ResponseFrame> ReadAsync(CancellationToken cancellationToken)
    {
        byte[]? buffer = null;
        try
        {
            int filled = 0;
            while (filled < HeaderSize)
            {
                filled += Received(await _stream.ReadAsync(_header.AsMemory(filled), cancellationToken).ConfigureAwait(false));
            }

            int length = PeerGreeting.CheckLength(_header, _maxFrame, Endpoint);

            // The buffer grows with what arrives; a length word alone costs no memory.
            buffer = ArrayPool<byte>.Shared.Rent(Math.Min(length, _learnedFrame));
            filled = 0;
            while (filled < length)
            {
                if (filled == buffer.Length)
                {
                    buffer = Grow(buffer, filled, length);
                }

                Memory<byte> room = buffer.AsMemory(filled, Math.Min(buffer.Length, length) - filled);
                filled += Received(await _stream.ReadAsync(room, cancellationToken).ConfigureAwait(false));
            }

            _learnedFrame = Math.Max(FirstStep, length);
            return new ResponseFrame(buffer, length);
        }
        catch
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            Break();
            throw;
        }
    }

    /// <summary>Closes the socket; whatever runs on it fails.</summary>
    public void Break()
    {
        if (!_broken)
        {
            _broken = true;
            _socket.Dispose();
        }
    }

    public void Dispose()
    {
        _broken = true;
        _stream.Dispose();
        _socket.Dispose();
    }

    private static int Received(int bytes) => bytes > 0 ? bytes : throw new EndOfStreamException();

    private static byte[] Grow(byte[] buffer, int filled, int length)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, (long)buffer.Length * 2));
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
