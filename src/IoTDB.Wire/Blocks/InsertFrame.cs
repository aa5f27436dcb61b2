using System.Buffers.Binary;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <summary>
/// An <c>insertTablet</c> (one tablet) or <c>insertTablets</c> (several) message under construction. Values are encoded where they will be sent
/// from; what comes before them on the wire is written last, towards the left, so that encoding needs no session and sending no copy.
/// </summary>
/// <remarks>
/// Layout: <c>[headroom | head | values … | tail]</c>. Head: length word, message header, session, devices, names, length of the first values.
/// Tail: times, types, row counts, flags. Pooled with its memory; one owner at a time. Source: wire protocol 8.2 to 8.5.
/// </remarks>
internal sealed partial class InsertFrame : IDisposable
{
    private const int LengthWord = sizeof(int);
    private const int LongestVarint = 5;

    private readonly FrameBuffer _head = new();
    private readonly List<Entry> _tablets = [];
    private ThriftProtocol _protocol;
    private byte[] _bytes = [];
    private byte[] _times = [];
    private int _origin;
    private int _valuesStart;
    private int _valuesEnd;
    private int _end;
    private int _timesUsed;
    private int _handedOut;
    private bool _open;
    private bool _rented;

    private InsertFrame()
    {
    }

    /// <summary>Tablets that were ended.</summary>
    public int TabletCount => _tablets.Count;

    /// <summary>Rows of all tablets, the open one included.</summary>
    public int Rows { get; private set; }

    /// <summary>Bytes of values so far.</summary>
    public int ValuesLength => _valuesEnd - _origin;

    /// <summary>
    /// Room for the times of the open tablet: 8 bytes a row, big-endian, ascending. Valid until the next tablet is begun.
    /// </summary>
    public Span<byte> Times => _times.AsSpan(_timesUsed, Open().Rows * sizeof(long));

    /// <summary>Starts a tablet.</summary>
    /// <param name="device">Device path, or table name.</param>
    /// <param name="shape">Its columns.</param>
    /// <param name="rows">Number of rows that will be written.</param>
    /// <exception cref="InvalidOperationException">A tablet is open, or this one cannot travel together with those before it.</exception>
    public void BeginTablet(string device, TabletShape shape, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        RequireCompatible(shape);
        if (_tablets.Count == 0)
        {
            _origin = _valuesStart = _valuesEnd = Headroom(device, shape);
        }
        else
        {
            // The length goes in front; a varint's own length is known only when the tablet ends.
            _valuesStart = _valuesEnd + (_protocol == ThriftProtocol.Binary ? sizeof(int) : LongestVarint);
        }

        _open = true;
        _handedOut = 0;
        _tablets.Add(new Entry(device, shape, rows));
        Rows += rows;
        EnsureTimes(checked(_timesUsed + (rows * sizeof(long))));
    }

    /// <summary>Room for the values block of the open tablet: part A, then part B if a cell is missing.</summary>
    /// <param name="capacity">Bytes that may be written. Asking again for more keeps what was written, at a new place: get <see cref="Times"/> and this span anew.</param>
    public Span<byte> Values(int capacity)
    {
        Open();
        int wanted = checked(_valuesStart + capacity);
        if (wanted > _bytes.Length)
        {
            Grow(ref _bytes, wanted, _valuesStart + _handedOut);
        }

        _handedOut = capacity;
        return _bytes.AsSpan(_valuesStart, capacity);
    }

    /// <summary>Ends the open tablet.</summary>
    /// <param name="valuesLength">Bytes of the values block.</param>
    public void EndTablet(int valuesLength)
    {
        Entry open = Open();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(valuesLength, _bytes.Length - _valuesStart);
        if (_tablets.Count > 1)
        {
            WriteLengthInFront(valuesLength);
        }

        _tablets[^1] = open with { ValuesLength = valuesLength };
        _valuesEnd = _valuesStart + valuesLength;
        _timesUsed += open.Rows * sizeof(long);
        _end = 0;
        _open = false;
    }

    /// <summary>Completes the message for one session. May be called again for another one: the rows are not touched.</summary>
    /// <returns>The whole frame, length word included; valid until this frame is changed or disposed of.</returns>
    /// <exception cref="InvalidOperationException">No tablet, or one is still open.</exception>
    public ReadOnlyMemory<byte> Seal(int sequenceId, long sessionId)
    {
        if (_open || _tablets.Count == 0)
        {
            throw new InvalidOperationException(_open ? "A tablet is still open." : "The frame has no tablet.");
        }

        if (_end == 0)
        {
            WriteTail();
        }

        WriteHead(sequenceId, sessionId);
        ReadOnlySpan<byte> head = _head.Payload.Span;
        if (head.Length + LengthWord > _origin)
        {
            MoveRight(head.Length + LengthWord);
        }

        RememberHead(head.Length + LengthWord);
        int start = _origin - head.Length - LengthWord;
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), _end - start - LengthWord);
        head.CopyTo(_bytes.AsSpan(start + LengthWord));
        return _bytes.AsMemory(start, _end - start);
    }

    private Entry Open() => _open ? _tablets[^1] : throw new InvalidOperationException("No tablet was begun.");

    private void RequireCompatible(TabletShape shape)
    {
        if (_open)
        {
            throw new InvalidOperationException("The tablet before this one is still open.");
        }

        if (_tablets.Count > 0 && (shape.IsTable || _tablets[0].Shape.IsTable || shape.IsAligned != _tablets[0].Shape.IsAligned))
        {
            throw new InvalidOperationException("Several tablets travel together only in the tree model, all aligned or none.");
        }
    }

    private void WriteLengthInFront(int valuesLength)
    {
        if (_protocol == ThriftProtocol.Binary)
        {
            BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_valuesEnd), valuesLength);
            return;
        }

        int at = _valuesEnd;
        uint rest = (uint)valuesLength;
        for (; rest >= 0x80; rest >>= 7)
        {
            _bytes[at++] = (byte)(rest | 0x80);
        }

        _bytes[at++] = (byte)rest;
        _bytes.AsSpan(_valuesStart, valuesLength).CopyTo(_bytes.AsSpan(at));
        _valuesStart = at;
    }

    private readonly record struct Entry(string Device, TabletShape Shape, int Rows, int ValuesLength = 0);
}
