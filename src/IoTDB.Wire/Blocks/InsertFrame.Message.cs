using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <content>What surrounds the values.</content>
internal sealed partial class InsertFrame
{
    // Length word, message header with "insertTablets", announcements of four fields, session id, three lengths.
    private const int FixedHeadLength = 96;

    private bool IsSingle => _tablets.Count == 1;

    /// <inheritdoc/>
    protected override void WriteHead(ref ThriftWriter writer, int sequenceId, long sessionId)
    {
        writer.WriteMessageHeader(MessageType.Call, Method, sequenceId);
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
            writer.WriteRaw(_tablets[0].Shape.EncodedNames(Protocol));
            writer.WriteField(ThriftType.Binary, 4);
        }
        else
        {
            WriteHeadLists(ref writer);
        }

        writer.WriteLength(_tablets[0].ValuesLength);
    }

    /// <inheritdoc/>
    protected override void WriteTail(ref ThriftWriter writer)
    {
        writer.ResumeStruct(4);
        if (IsSingle)
        {
            WriteTailValues(ref writer, _tablets[0]);
        }
        else
        {
            WriteTailLists(ref writer);
        }

        // Ends the request, then the arguments.
        writer.EndStruct(1);
        writer.EndStruct(0);
    }

    private void WriteHeadLists(ref ThriftWriter writer)
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
            writer.WriteRaw(tablet.Shape.EncodedNames(Protocol));
        }

        writer.WriteField(ThriftType.List, 4);
        writer.WriteListHeader(ThriftType.Binary, _tablets.Count);
    }

    private void WriteTailValues(ref ThriftWriter writer, in Entry tablet)
    {
        writer.WriteField(ThriftType.Binary, 5);
        writer.WriteBinary(_times.AsSpan(0, tablet.Rows * sizeof(long)));
        writer.WriteField(ThriftType.List, 6);
        writer.WriteRaw(tablet.Shape.EncodedTypes(Protocol));
        writer.WriteField(ThriftType.I32, 7);
        writer.WriteI32(tablet.Rows);
        writer.WriteBoolField(8, tablet.Shape.IsAligned);
        if (!tablet.Shape.IsTable)
        {
            return;
        }

        writer.WriteBoolField(9, true);
        writer.WriteField(ThriftType.List, 10);
        writer.WriteListHeader(ThriftType.I8, tablet.Shape.ColumnCount);
        foreach (ColumnCategory category in tablet.Shape.Categories)
        {
            writer.WriteByte((byte)category);
        }
    }

    private void WriteTailLists(ref ThriftWriter writer)
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
            writer.WriteRaw(tablet.Shape.EncodedTypes(Protocol));
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
