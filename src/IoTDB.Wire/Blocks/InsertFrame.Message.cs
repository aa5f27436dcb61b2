using System.Buffers;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <content>What surrounds the values.</content>
internal sealed partial class InsertFrame : IBufferWriter<byte>
{
    private bool IsSingle => _tablets.Count == 1;

    void IBufferWriter<byte>.Advance(int count) => _end += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint) => Tail(sizeHint).AsMemory(_end);

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Tail(sizeHint).AsSpan(_end);

    private byte[] Tail(int sizeHint)
    {
        int wanted = checked(_end + Math.Max(sizeHint, 64));
        if (wanted > _bytes.Length)
        {
            Grow(ref _bytes, wanted, _end);
        }

        return _bytes;
    }

    private void WriteHead(int sequenceId, long sessionId)
    {
        _head.Reset();
        ThriftWriter writer = new(_head, _protocol);
        writer.WriteMessageHeader(MessageType.Call, IsSingle ? Methods.InsertTablet : Methods.InsertTablets, sequenceId);
        writer.BeginStruct();
        writer.WriteField(ThriftType.Struct, 1);
        writer.BeginStruct();
        writer.WriteField(ThriftType.I64, 1);
        writer.WriteI64(sessionId);
        if (IsSingle)
        {
            writer.WriteField(ThriftType.Binary, 2);
            writer.WriteString(_tablets[0].Device);
            writer.WriteField(ThriftType.List, 3);
            writer.WriteRaw(_tablets[0].Shape.EncodedNames(_protocol));
            writer.WriteField(ThriftType.Binary, 4);
        }
        else
        {
            WriteLists(ref writer);
        }

        writer.WriteLength(_tablets[0].ValuesLength);
        writer.Flush();
    }

    private void WriteLists(ref ThriftWriter writer)
    {
        writer.WriteField(ThriftType.List, 2);
        writer.WriteListHeader(ThriftType.Binary, _tablets.Count);
        foreach (Entry tablet in _tablets)
        {
            writer.WriteString(tablet.Device);
        }

        writer.WriteField(ThriftType.List, 3);
        writer.WriteListHeader(ThriftType.List, _tablets.Count);
        foreach (Entry tablet in _tablets)
        {
            writer.WriteRaw(tablet.Shape.EncodedNames(_protocol));
        }

        writer.WriteField(ThriftType.List, 4);
        writer.WriteListHeader(ThriftType.Binary, _tablets.Count);
    }

    private void WriteTail()
    {
        _end = _valuesEnd;
        ThriftWriter writer = new(this, _protocol);
        writer.ResumeStruct(4);
        if (IsSingle)
        {
            WriteSingleTail(ref writer);
        }
        else
        {
            WriteListTail(ref writer);
        }

        // Ends the request, then the arguments.
        writer.EndStruct(1);
        writer.EndStruct(0);
        writer.Flush();
    }

    private void WriteSingleTail(ref ThriftWriter writer)
    {
        Entry tablet = _tablets[0];
        writer.WriteField(ThriftType.Binary, 5);
        writer.WriteBinary(_times.AsSpan(0, tablet.Rows * sizeof(long)));
        writer.WriteField(ThriftType.List, 6);
        writer.WriteRaw(tablet.Shape.EncodedTypes(_protocol));
        writer.WriteField(ThriftType.I32, 7);
        writer.WriteI32(tablet.Rows);
        writer.WriteBoolField(8, tablet.Shape.IsAligned);
        if (tablet.Shape.IsTable)
        {
            writer.WriteBoolField(9, true);
            writer.WriteField(ThriftType.List, 10);
            writer.WriteListHeader(ThriftType.I8, tablet.Shape.ColumnCount);
            foreach (ColumnCategory category in tablet.Shape.Categories)
            {
                writer.WriteByte((byte)category);
            }
        }
    }

    private void WriteListTail(ref ThriftWriter writer)
    {
        writer.WriteField(ThriftType.List, 5);
        writer.WriteListHeader(ThriftType.Binary, _tablets.Count);
        int at = 0;
        foreach (Entry tablet in _tablets)
        {
            writer.WriteBinary(_times.AsSpan(at, tablet.Rows * sizeof(long)));
            at += tablet.Rows * sizeof(long);
        }

        writer.WriteField(ThriftType.List, 6);
        writer.WriteListHeader(ThriftType.List, _tablets.Count);
        foreach (Entry tablet in _tablets)
        {
            writer.WriteRaw(tablet.Shape.EncodedTypes(_protocol));
        }

        writer.WriteField(ThriftType.List, 7);
        writer.WriteListHeader(ThriftType.I32, _tablets.Count);
        foreach (Entry tablet in _tablets)
        {
            writer.WriteI32(tablet.Rows);
        }

        writer.WriteBoolField(8, _tablets[0].Shape.IsAligned);
    }
}
