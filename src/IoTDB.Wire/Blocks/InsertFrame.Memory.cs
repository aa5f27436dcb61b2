using System.Buffers;
using System.Text;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <content>Where the memory comes from and goes to.</content>
internal sealed partial class InsertFrame
{
    // A frame keeps its memory in the pool up to here; what is larger goes back to the array pool.
    private const int MaxRetained = 4 << 20;
    private const int MaxRememberedHead = 256 << 10;
    private const int HeadSlack = 160;

    private static readonly FramePool<InsertFrame> s_pool = new(static () => new InsertFrame());

    private int _largestHead;

    /// <summary>An empty frame from the pool; dispose of it to give it back.</summary>
    public static InsertFrame Rent(ThriftProtocol protocol)
    {
        InsertFrame frame = s_pool.Rent();
        frame._protocol = protocol;
        frame._rented = true;
        return frame;
    }

    /// <summary>Forgets all tablets; the memory stays.</summary>
    public void Reset()
    {
        _tablets.Clear();
        _open = false;
        Rows = _timesUsed = _origin = _valuesStart = _valuesEnd = _end = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_rented)
        {
            return;
        }

        _rented = false;
        Reset();
        if (_bytes.Length > MaxRetained)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }

        if (_times.Length > MaxRetained)
        {
            ArrayPool<byte>.Shared.Return(_times);
            _times = [];
        }

        s_pool.Return(this);
    }

    private static void Grow(ref byte[] bytes, int wanted, int keep)
    {
        int size = (int)Math.Min(Math.Max((long)wanted, bytes.Length * 2L), Array.MaxLength);
        byte[] grown = ArrayPool<byte>.Shared.Rent(Math.Max(size, wanted));
        bytes.AsSpan(0, Math.Min(keep, bytes.Length)).CopyTo(grown);
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        bytes = grown;
    }

    private void EnsureTimes(int wanted)
    {
        if (wanted > _times.Length)
        {
            Grow(ref _times, wanted, _timesUsed);
        }
    }

    // Enough for one tablet whatever its names are, and for as many as this frame has ever held.
    private int Headroom(string device, TabletShape shape) =>
        Math.Max(_largestHead, HeadSlack + Encoding.UTF8.GetMaxByteCount(device.Length) + shape.EncodedNames(_protocol).Length);

    private void RememberHead(int length) => _largestHead = Math.Min(Math.Max(_largestHead, length), MaxRememberedHead);

    // Only until this frame has once seen a head of this size.
    private void MoveRight(int headroom)
    {
        int shift = headroom - _origin;
        int wanted = checked(_end + shift);
        if (wanted > _bytes.Length)
        {
            Grow(ref _bytes, wanted, _end);
        }

        _bytes.AsSpan(_origin, _end - _origin).CopyTo(_bytes.AsSpan(headroom));
        _origin += shift;
        _valuesStart += shift;
        _valuesEnd += shift;
        _end += shift;
    }
}
