using System.Buffers;
using System.Net.Sockets;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening;

/// <summary>Cuts what a socket receives into frames. Memory follows the bytes that have arrived, never a length that is merely announced.</summary>
internal sealed class FrameReader(Socket socket, int maxFrameBytes) : IDisposable
{
    private const int SmallestBuffer = 16 * 1024;

    // What one huge frame needed is not kept for the small ones after it.
    private const int MaxRetained = 1 << 20;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(SmallestBuffer);
    private int _start;
    private int _end;

    /// <summary>Payload of the frame that was read, valid until the next call.</summary>
    public ReadOnlyMemory<byte> Frame { get; private set; }

    /// <summary>Reads the next frame.</summary>
    /// <returns>True if <see cref="Frame"/> is one; false at the end of the stream or at a length that makes no sense.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        Shrink();
        while (true)
        {
            if (_end - _start >= sizeof(int))
            {
                if (!FrameLength.TryRead(_buffer.AsSpan(_start), maxFrameBytes, out var length))
                {
                    return false;
                }

                if (_end - _start - sizeof(int) >= length)
                {
                    Frame = _buffer.AsMemory(_start + sizeof(int), length);
                    _start += sizeof(int) + length;
                    return true;
                }
            }

            MakeRoom();
            var received = await socket.ReceiveAsync(_buffer.AsMemory(_end), ct).ConfigureAwait(false);
            if (received == 0)
            {
                return false;
            }

            _end += received;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Move(_buffer.Length * 2);
        }
    }

    private void Shrink()
    {
        if (_start == _end)
        {
            _start = _end = 0;
            if (_buffer.Length > MaxRetained)
            {
                Move(SmallestBuffer);
            }
        }
    }

    private void Move(int size)
    {
        var moved = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(_start, _end - _start).CopyTo(moved);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = moved;
        _end -= _start;
        _start = 0;
    }
}
