using System.Buffers;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <summary>An <c>insertRecord</c> (one), <c>insertRecords</c> or <c>insertRecordsOfOneDevice</c> message under construction: rows with measurements of their own.</summary>
/// <remarks>
/// For each record: <see cref="BeginRecord"/>, fill <see cref="RowsFrame.Values"/> with a <see cref="RecordEncoder"/>, <see cref="EndRecord"/>.
/// Then <see cref="RowsFrame.Seal"/>. A missing value cannot be expressed: its measurement is left out. Source: client.thrift,
/// TSInsertRecordReq, TSInsertRecordsReq, TSInsertRecordsOfOneDeviceReq; wire protocol 8.7.
/// </remarks>
internal sealed class RecordsFrame : RowsFrame
{
    private const int HeadSlack = 96;

    private static readonly FramePool<RecordsFrame> s_pool = new(static () => new RecordsFrame());

    private readonly List<Entry> _records = [];
    private readonly ArrayBufferWriter<byte> _device = new(64);
    private int _firstLength;
    private bool _isAligned;
    private bool _isOfOneDevice;
    private bool _rented;

    private RecordsFrame()
    {
    }

    /// <summary>Records that were begun.</summary>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public override string Method => _isOfOneDevice ? Methods.InsertRecordsOfOneDevice : IsSingle ? Methods.InsertRecord : Methods.InsertRecords;

    private bool IsSingle => !_isOfOneDevice && _records.Count == 1;

    /// <inheritdoc/>
    public override int DeviceCount => _isOfOneDevice ? 1 : _records.Count;

    /// <inheritdoc/>
    public override string DeviceAt(int index) => _records[index].Device;

    /// <summary>An empty frame from the pool; dispose of it to give it back.</summary>
    /// <param name="protocol">The protocol of the session.</param>
    /// <param name="isAligned">All devices are aligned; the message has one flag for all.</param>
    /// <param name="isOfOneDevice">All records are of one device, whose path travels once; times ascending.</param>
    public static RecordsFrame Rent(ThriftProtocol protocol, bool isAligned, bool isOfOneDevice = false)
    {
        RecordsFrame frame = s_pool.Rent();
        frame.Start(protocol);
        frame._isAligned = isAligned;
        frame._isOfOneDevice = isOfOneDevice;
        frame._rented = true;
        return frame;
    }

    /// <summary>Starts a record.</summary>
    /// <param name="device">Device path.</param>
    /// <param name="shape">Measurements that have a value; the types are written with the values.</param>
    /// <param name="time">Time in the server's precision.</param>
    /// <exception cref="InvalidOperationException">The record before is still open.</exception>
    public void BeginRecord(string device, TabletShape shape, long time)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (IsOpen)
        {
            throw new InvalidOperationException("The record before this one is still open.");
        }

        Begin(HeadSlack + (device.Length * 3) + shape.EncodedNames(Protocol).Length);
        _records.Add(new Entry(device, shape, time));
    }

    /// <summary>Ends the open record.</summary>
    /// <param name="valuesLength">Bytes of its values.</param>
    public void EndRecord(int valuesLength)
    {
        End(valuesLength);
        if (_records.Count == 1)
        {
            _firstLength = valuesLength;
        }
    }

    /// <summary>Forgets all records; the memory stays unless it is large.</summary>
    public void Reset()
    {
        Clear();
        _records.Clear();
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

    /// <inheritdoc/>
    protected override void WriteHead(ref ThriftWriter writer, int sequenceId, long sessionId)
    {
        writer.WriteMessageHeader(MessageType.Call, Method, sequenceId);
        writer.BeginStruct();
        writer.WriteField(ThriftType.Struct, 1);
        writer.BeginStruct();
        writer.WriteField(ThriftType.I64, 1);
        writer.WriteI64(sessionId);
        if (_isOfOneDevice || IsSingle)
        {
            writer.WriteField(ThriftType.Binary, 2);
            writer.WriteString(_records[0].Device);
        }
        else
        {
            writer.WriteField(ThriftType.List, 2);
            WriteDevices(ref writer);
        }

        if (IsSingle)
        {
            writer.WriteField(ThriftType.List, 3);
            writer.WriteRaw(_records[0].Shape.EncodedNames(Protocol));
            writer.WriteField(ThriftType.Binary, 4);
            writer.WriteLength(_firstLength);
            return;
        }

        writer.WriteField(ThriftType.List, 3);
        writer.WriteListHeader(ThriftType.List, _records.Count);
        foreach (Entry record in _records)
        {
            writer.WriteRaw(record.Shape.EncodedNames(Protocol));
        }

        writer.WriteField(ThriftType.List, 4);
        writer.WriteListHeader(ThriftType.Binary, _records.Count);
        writer.WriteLength(_firstLength);
    }

    /// <inheritdoc/>
    protected override void WriteTail(ref ThriftWriter writer)
    {
        writer.ResumeStruct(4);
        if (IsSingle)
        {
            writer.WriteField(ThriftType.I64, 5);
            writer.WriteI64(_records[0].Time);
        }
        else
        {
            WriteTimes(ref writer);
        }

        writer.WriteBoolField(6, _isAligned);
        writer.EndStruct(1);
        writer.EndStruct(0);
    }

    private void WriteTimes(ref ThriftWriter writer)
    {
        writer.WriteField(ThriftType.List, 5);
        writer.WriteListHeader(ThriftType.I64, _records.Count);
        foreach (Entry record in _records)
        {
            writer.WriteI64(record.Time);
        }
    }

    // Records of one device mostly follow one another: its path is encoded once.
    private void WriteDevices(ref ThriftWriter writer)
    {
        writer.WriteListHeader(ThriftType.Binary, _records.Count);
        string? device = null;
        foreach (Entry record in _records)
        {
            if (!ReferenceEquals(record.Device, device))
            {
                device = record.Device;
                _device.ResetWrittenCount();
                ThriftWriter encoder = new(_device, Protocol);
                encoder.WriteString(device);
                encoder.Flush();
            }

            writer.WriteRaw(_device.WrittenSpan);
        }
    }

    private readonly record struct Entry(string Device, TabletShape Shape, long Time);
}
