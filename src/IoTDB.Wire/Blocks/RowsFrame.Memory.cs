using System.Buffers;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <content>Where the memory comes from and goes to.</content>
internal abstract partial class RowsFrame : IBufferWriter<byte>
{
    // A frame keeps its memory in the pool up to here; what is larger goes back to the array pool.
    private const int MaxRetained = 4 << 20;
    private const int MaxRememberedHead = 256 << 10;

    private int _largestHead;

    void IBufferWriter<byte>.Advance(int count) => _end += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint) => TailRoom(sizeHint).AsMemory(_end);

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => TailRoom(sizeHint).AsSpan(_end);

    /// <summary>Takes an array that is at least as long from the pool, keeping the first bytes of the old one.</summary>
    protected static void Grow(ref byte[] bytes, int wanted, int keep)
    {
        long size = Math.Min(Math.Max(wanted, bytes.Length * 2L), Array.MaxLength);
        byte[] grown = ArrayPool<byte>.Shared.Rent((int)Math.Max(size, wanted));
        bytes.AsSpan(0, Math.Min(keep, bytes.Length)).CopyTo(grown);
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        bytes = grown;
    }

    /// <summary>Gives back an array that is too long to be kept.</summary>
    protected static void Trim(ref byte[] bytes)
    {
        if (bytes.Length > MaxRetained)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = [];
        }
    }

    /// <summary>Makes this frame ready for a message.</summary>
    protected void Start(ThriftProtocol protocol) => Protocol = protocol;

    /// <summary>Forgets the message; the memory stays unless it is large.</summary>
    protected void Clear()
    {
        _origin = _valuesStart = _valuesEnd = _end = _handedOut = 0;
        IsOpen = false;
        Trim(ref _bytes);
    }

    private void Grow(int wanted, int keep) => Grow(ref _bytes, wanted, keep);

    private void EnsureRoom(int wanted)
    {
        if (wanted > _bytes.Length)
        {
            Grow(wanted, _valuesEnd);
        }
    }

    private byte[] TailRoom(int sizeHint)
    {
        int wanted = checked(_end + Math.Max(sizeHint, 64));
        if (wanted > _bytes.Length)
        {
            Grow(wanted, _end);
        }

        return _bytes;
    }

    // Only until this frame has once seen a head of this size.
    private void MoveRight(int headroom)
    {
        int shift = headroom - _origin;
        int wanted = checked(_end + shift);
        if (wanted > _bytes.Length)
        {
            Grow(wanted, _end);
        }

        _bytes.AsSpan(_origin, _end - _origin).CopyTo(_bytes.AsSpan(headroom));
        _origin += shift;
        _valuesStart += shift;
        _valuesEnd += shift;
        _end += shift;
    }
}
