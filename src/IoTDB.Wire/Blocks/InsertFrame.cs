using System.Text;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <summary>An <c>insertTablet</c> (one tablet) or <c>insertTablets</c> (several) message under construction.</summary>
/// <remarks>
/// For each tablet: <see cref="BeginTablet"/>, fill <see cref="RowsFrame.Values"/> and <see cref="Times"/>, <see cref="EndTablet"/>. Then
/// <see cref="RowsFrame.Seal"/>. Source: client.thrift, TSInsertTabletReq, TSInsertTabletsReq; wire protocol 8.2 to 8.5.
/// </remarks>
internal sealed partial class InsertFrame : RowsFrame
{
    private static readonly FramePool<InsertFrame> s_pool = new(static () => new InsertFrame());

    private readonly List<Entry> _tablets = [];
    private byte[] _times = [];
    private int _timesUsed;
    private bool _rented;

    private InsertFrame()
    {
    }

    /// <summary>Tablets that were begun.</summary>
    public int TabletCount => _tablets.Count;

    /// <summary>Rows of all tablets, the open one included.</summary>
    public int Rows { get; private set; }

    /// <summary>Room for the times of the open tablet: 8 bytes a row, big-endian, ascending. Valid until the next tablet is begun.</summary>
    /// <exception cref="InvalidOperationException">No tablet was begun.</exception>
    public Span<byte> Times => IsOpen
        ? _times.AsSpan(_timesUsed, _tablets[^1].Rows * sizeof(long))
        : throw new InvalidOperationException("No tablet was begun.");

    /// <inheritdoc/>
    public override string Method => IsSingle ? Methods.InsertTablet : Methods.InsertTablets;

    /// <inheritdoc/>
    public override int DeviceCount => _tablets.Count;

    /// <inheritdoc/>
    public override string DeviceAt(int index) => _tablets[index].Device;

    /// <summary>An empty frame from the pool; dispose of it to give it back.</summary>
    public static InsertFrame Rent(ThriftProtocol protocol)
    {
        InsertFrame frame = s_pool.Rent();
        frame.Start(protocol);
        frame._rented = true;
        return frame;
    }

    /// <summary>Starts a tablet.</summary>
    /// <param name="device">Device path, or table name.</param>
    /// <param name="shape">Its columns.</param>
    /// <param name="rows">Number of rows that will be written.</param>
    /// <exception cref="InvalidOperationException">A tablet is open, or this one cannot travel together with those before it.</exception>
    public void BeginTablet(string device, TabletShape shape, int rows)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        RequireCompatible(shape);
        int times = checked(_timesUsed + (rows * sizeof(long)));
        Begin(HeadLength(device, shape));
        _tablets.Add(new Entry(device, shape, rows));
        Rows += rows;
        if (times > _times.Length)
        {
            Grow(ref _times, times, _timesUsed);
        }
    }

    /// <summary>Ends the open tablet.</summary>
    /// <param name="valuesLength">Bytes of the values block.</param>
    public void EndTablet(int valuesLength)
    {
        End(valuesLength);
        Entry ended = _tablets[^1];
        _tablets[^1] = ended with { ValuesLength = valuesLength };
        _timesUsed += ended.Rows * sizeof(long);
    }

    /// <summary>Forgets all tablets; the memory stays unless it is large.</summary>
    public void Reset()
    {
        Clear();
        Trim(ref _times);
        _tablets.Clear();
        Rows = _timesUsed = 0;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_rented)
        {
            _rented = false;
            Reset();
            s_pool.Return(this);
        }
    }

    // Enough for one tablet; what several need is remembered from message to message.
    private int HeadLength(string device, TabletShape shape) =>
        FixedHeadLength + Encoding.UTF8.GetMaxByteCount(device.Length) + shape.EncodedNames(Protocol).Length;

    private void RequireCompatible(TabletShape shape)
    {
        if (IsOpen)
        {
            throw new InvalidOperationException("The tablet before this one is still open.");
        }

        if (_tablets.Count > 0 && (shape.IsTable || _tablets[0].Shape.IsTable || shape.IsAligned != _tablets[0].Shape.IsAligned))
        {
            throw new InvalidOperationException("Several tablets travel together only in the tree model, all aligned or none.");
        }
    }

    private readonly record struct Entry(string Device, TabletShape Shape, int Rows, int ValuesLength = 0);
}
