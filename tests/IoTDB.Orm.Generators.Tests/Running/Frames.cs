using IoTDB.Client;
using IoTDB.Orm.Generated;
using IoTDB.Wire;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;
using TabletColumn = IoTDB.Wire.Blocks.TabletColumn;

namespace IoTDB.Orm.Generators.Tests.Running;

/// <summary>Rows to bytes and bytes to rows, without a server.</summary>
internal static class Frames
{
    /// <summary>What a server would find in the request.</summary>
    public static InsertTabletRequest Request<T>(T[] rows, TimeScale scale = default)
        where T : class, IDeviceEntity<T>
    {
        using InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        T.Model.Write(frame, "root.x.y", rows, scale);
        return Decode(frame);
    }

    /// <summary>What a server would find in the request.</summary>
    public static InsertTabletRequest Request<T>(Tablet<T> tablet, TimeScale scale = default)
        where T : class, IDeviceEntity<T>
    {
        using InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        tablet.Write(frame, scale);
        return Decode(frame);
    }

    /// <summary>Makes a result block of what was inserted, with the columns in another order, and the headers for it.</summary>
    public static (byte[] Block, string[] Headers) Answer(in InsertTabletRequest request)
    {
        ResultBlockEncoder block = new();
        block.Begin(request.Size);
        block.WriteTimes(TabletDecoder.DecodeTimes(request.Timestamps, request.Size));
        TabletColumn[] columns = TabletDecoder.Decode(request.Values, request.Types, request.Size);
        for (int i = columns.Length - 1; i >= 0; i--)
        {
            WriteColumn(block, columns[i]);
        }

        return (block.ToArray(), [.. request.Measurements.Reverse().Select(static name => "root.x.y." + name)]);
    }

    /// <summary>Reads one block as the answer to a query.</summary>
    public static T[] Read<T>(byte[] block, string[] headers, DeviceKey<T> device = default, TimeScale scale = default)
        where T : class, IDeviceEntity<T>
    {
        using ResultBlock parsed = new();
        parsed.Parse(block);
        using var reader = new RowReader<T>(headers, [.. Enumerable.Range(0, headers.Length)], device, scale);
        var rows = new T[parsed.Rows];
        reader.Read(parsed, rows);
        return rows;
    }

    private static void WriteColumn(ResultBlockEncoder block, TabletColumn column)
    {
        bool[] missing = [.. Enumerable.Range(0, column.Rows).Select(column.IsNull)];
        switch (column.DataType)
        {
            case TsDataType.Boolean: block.WriteBooleans(column.ReadBooleans(), missing); break;
            case TsDataType.Int32 or TsDataType.Date: block.WriteInts(column.DataType, column.ReadInts(), missing); break;
            case TsDataType.Int64 or TsDataType.Timestamp: block.WriteLongs(column.DataType, column.ReadLongs(), missing); break;
            case TsDataType.Float: block.WriteFloats(column.ReadFloats(), missing); break;
            case TsDataType.Double: block.WriteDoubles(column.ReadDoubles(), missing); break;
            default: block.WriteBinaries(column.DataType, column.ReadBinaries()); break;
        }
    }

    private static InsertTabletRequest Decode(InsertFrame frame)
    {
        ReadOnlyMemory<byte> message = frame.Seal(sequenceId: 1, sessionId: 1)[sizeof(int)..].ToArray();
        CallHeader header = Answers.ReadHeader(message, ThriftProtocol.Binary, WireLimits.Default);
        Answers.TryReadCall(message, header, WireLimits.Default, out InsertTabletRequest request).ShouldBeTrue();
        return request;
    }
}
