using System.Buffers.Binary;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <summary>
/// A message that carries rows, under construction. Values are encoded where they will be sent from; what comes before them on the wire is
/// written last, towards the left, so that encoding needs no session and sending no copy.
/// </summary>
/// <remarks>Layout: <c>[headroom | length word, head | values … | tail]</c>. Pooled with its memory; one owner at a time; not thread-safe.</remarks>
internal abstract partial class RowsFrame : IDisposable
{
    private const int LengthWord = FrameBuffer.PrefixLength;
    private const int LongestVarint = 5;

    private readonly FrameBuffer _head = new();
    private byte[] _bytes = [];
    private int _origin;
    private int _valuesStart;
    private int _valuesEnd;
    private int _end;
    private int _handedOut;

    /// <summary>Bytes of values so far.</summary>
    public int ValuesLength => _valuesEnd - _origin;

    /// <summary>The method that the message calls.</summary>
    public abstract string Method { get; }

    /// <summary>Devices, or tables, as an answer counts them: one a tablet or record, or one for all.</summary>
    public abstract int DeviceCount { get; }

    /// <summary>The protocol of the message.</summary>
    public ThriftProtocol Protocol { get; private set; }

    /// <summary>The first values block, while it is the only one.</summary>
    protected ReadOnlyMemory<byte> FirstValues => _bytes.AsMemory(_origin, _valuesEnd - _origin);

    /// <summary>A values block was begun and not ended.</summary>
    protected bool IsOpen { get; private set; }

    /// <summary>Device path, or table name.</summary>
    public abstract string DeviceAt(int index);

    /// <summary>Room for the values block that was begun.</summary>
    /// <param name="capacity">Bytes that may be written. Asking again for more keeps what was written, but at a new place: use only the newest span.</param>
    /// <exception cref="InvalidOperationException">No block was begun.</exception>
    public Span<byte> Values(int capacity)
    {
        RequireOpen();
        int wanted = checked(_valuesStart + capacity);
        if (wanted > _bytes.Length)
        {
            Grow(wanted, _valuesStart + _handedOut);
        }

        _handedOut = capacity;
        return _bytes.AsSpan(_valuesStart, capacity);
    }

    /// <summary>Completes the message for one session. May be called again for another one: the rows are not touched.</summary>
    /// <returns>The whole frame, length word included; valid until this frame is changed or disposed of.</returns>
    /// <exception cref="InvalidOperationException">Nothing to send, or a block is still open.</exception>
    public ReadOnlyMemory<byte> Seal(int sequenceId, long sessionId)
    {
        if (IsOpen || _origin == 0)
        {
            throw new InvalidOperationException(IsOpen ? "What was begun is not ended." : "There are no rows to send.");
        }

        if (_end == 0)
        {
            _end = _valuesEnd;
            ThriftWriter tail = new(this, Protocol);
            WriteTail(ref tail);
            tail.Flush();
        }

        _head.Reset();
        ThriftWriter writer = new(_head, Protocol);
        WriteHead(ref writer, sequenceId, sessionId);
        writer.Flush();
        return Join(_head.Payload.Span);
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Everything up to the first values, their length included.</summary>
    protected abstract void WriteHead(ref ThriftWriter writer, int sequenceId, long sessionId);

    /// <summary>Everything after the last values.</summary>
    protected abstract void WriteTail(ref ThriftWriter writer);

    /// <summary>Begins a values block.</summary>
    /// <param name="headLength">Bytes that the head will take, as far as is known; more than enough is better than too few.</param>
    protected void Begin(int headLength)
    {
        if (_origin == 0)
        {
            _origin = _valuesStart = _valuesEnd = Math.Max(_largestHead, headLength);
        }
        else
        {
            // The length goes in front; a varint's own length is known only at the end.
            _valuesStart = _valuesEnd + (Protocol == ThriftProtocol.Binary ? sizeof(int) : LongestVarint);
        }

        IsOpen = true;
        _handedOut = 0;
    }

    /// <summary>Ends the open values block. The length of the first one belongs to the head; those of others are written here.</summary>
    protected void End(int length)
    {
        RequireOpen();
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _handedOut);
        if (_valuesStart != _origin)
        {
            WriteLengthInFront(length);
        }

        _valuesEnd = _valuesStart + length;
        _end = 0;
        IsOpen = false;
    }

    private void RequireOpen()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException("Nothing was begun.");
        }
    }

    private void WriteLengthInFront(int length)
    {
        EnsureRoom(_valuesStart + length);
        if (Protocol == ThriftProtocol.Binary)
        {
            BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_valuesEnd), length);
            return;
        }

        int at = _valuesEnd;
        uint rest = (uint)length;
        for (; rest >= 0x80; rest >>= 7)
        {
            _bytes[at++] = (byte)(rest | 0x80);
        }

        _bytes[at++] = (byte)rest;
        _bytes.AsSpan(_valuesStart, length).CopyTo(_bytes.AsSpan(at));
        _valuesStart = at;
    }

    private ReadOnlyMemory<byte> Join(ReadOnlySpan<byte> head)
    {
        if (head.Length + LengthWord > _origin)
        {
            MoveRight(head.Length + LengthWord);
        }

        _largestHead = Math.Min(Math.Max(_largestHead, head.Length + LengthWord), MaxRememberedHead);
        int start = _origin - head.Length - LengthWord;
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), _end - start - LengthWord);
        head.CopyTo(_bytes.AsSpan(start + LengthWord));
        return _bytes.AsMemory(start, _end - start);
    }
}
