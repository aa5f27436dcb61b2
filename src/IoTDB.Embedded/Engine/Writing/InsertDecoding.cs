using System.Buffers.Binary;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Rows of typed insert requests.</summary>
/// <remarks>Source: wire reference 8. A malformed buffer is a <see cref="IoTDB.Wire.WireFormatException"/>.</remarks>
internal static class InsertDecoding
{
    /// <summary>A tablet; null if it has no rows or columns, which the server takes as nothing to do.</summary>
    /// <exception cref="StatusException">701 the lists do not fit each other, 509 an illegal name.</exception>
    public static InsertRows? Tablet(
        string device, string[] measurements, ReadOnlyMemory<byte> values, ReadOnlyMemory<byte> timestamps, int[] types, int size, bool isAligned)
    {
        if (size == 0 || measurements.Length == 0)
        {
            return null;
        }

        if (types.Length != measurements.Length)
        {
            throw new StatusException(
                StatusCode.SemanticError,
                $"the measurementList's size {measurements.Length} is not consistent with the columnList's size {types.Length}");
        }

        var nodes = DeviceNodes(device);
        var times = TabletDecoder.DecodeTimes(timestamps, size);
        var decoded = TabletDecoder.Decode(values, types, size);
        var columns = new InsertColumn[measurements.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new TypedColumn(PathText.Measurement(measurements[i]), decoded[i].DataType, Points(decoded[i]));
        }

        return new InsertRows(nodes, isAligned, times, columns);
    }

    /// <summary>A record; null if it has no measurements.</summary>
    /// <exception cref="StatusException">301 the buffer ends early, 509 an illegal name.</exception>
    public static InsertRows? Record(string device, string[] measurements, ReadOnlyMemory<byte> values, long time, bool isAligned)
    {
        if (measurements.Length == 0)
        {
            return null;
        }

        var nodes = DeviceNodes(device);
        var decoder = new RecordDecoder(values.Span);
        var columns = new InsertColumn[measurements.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            if (!decoder.TryRead(out var type, out var value))
            {
                throw new StatusException(StatusCode.ExecuteStatementError, "The values end before the measurements do.");
            }

            columns[i] = RecordColumn(PathText.Measurement(measurements[i]), type, value);
        }

        return new InsertRows(nodes, isAligned, [time], columns);
    }

    /// <summary>A record of texts; null if it has no measurements.</summary>
    public static InsertRows? StringRecord(string device, string[] measurements, string[] values, long time, bool isAligned, TextValueReader reader)
    {
        if (measurements.Length == 0)
        {
            return null;
        }

        if (values.Length < measurements.Length)
        {
            throw new StatusException(StatusCode.ExecuteStatementError, $"Index {values.Length} out of bounds for length {values.Length}");
        }

        var nodes = DeviceNodes(device);
        var columns = new InsertColumn[measurements.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var text = new TextValue(values[i] is "null" or "NULL" ? null : values[i]);
            columns[i] = new TextColumn(PathText.Measurement(measurements[i]), [text], reader);
        }

        return new InsertRows(nodes, isAligned, [time], columns);
    }

    private static string[] DeviceNodes(string device)
    {
        var nodes = PathText.Split(device);
        return nodes.Length > 1
            ? nodes
            : throw new StatusException(StatusCode.ExecuteStatementError, $"{device} is not a legal path, because it is no longer than default sg level: 1");
    }

    private static PointColumn Points(TabletColumn column)
    {
        bool[]? absent = null;
        if (!column.NullBits.IsEmpty)
        {
            absent = new bool[column.Rows];
            for (var row = 0; row < absent.Length; row++)
            {
                absent[row] = column.IsNull(row);
            }
        }

        return column.DataType switch
        {
            TsDataType.Boolean => new PointColumn(column.ReadBooleans(), absent),
            TsDataType.Int32 or TsDataType.Date => new PointColumn(column.ReadInts(), absent),
            TsDataType.Int64 or TsDataType.Timestamp => new PointColumn(column.ReadLongs(), absent),
            TsDataType.Float => new PointColumn(column.ReadFloats(), absent),
            TsDataType.Double => new PointColumn(column.ReadDoubles(), absent),
            _ => new PointColumn(Share(column.ReadBinaries()), absent),
        };
    }

    // Texts repeat a lot; a run of equal ones is kept once.
    private static byte[][] Share(byte[]?[] values)
    {
        byte[] last = [];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                last = value.AsSpan().SequenceEqual(last) ? last : value;
                values[i] = last;
            }
        }

        return values!;
    }

    private static InsertColumn RecordColumn(string measurement, int type, ReadOnlySpan<byte> value)
    {
        if (type is RecordDecoder.NullType or RecordDecoder.InferType)
        {
            return new UntypedNullColumn(measurement, type == RecordDecoder.NullType ? "null" : System.Text.Encoding.UTF8.GetString(value));
        }

        var dataType = (TsDataType)type;
        Array points = dataType switch
        {
            TsDataType.Boolean => new[] { value[0] == 1 },
            TsDataType.Int32 or TsDataType.Date => new[] { BinaryPrimitives.ReadInt32BigEndian(value) },
            TsDataType.Int64 or TsDataType.Timestamp => new[] { BinaryPrimitives.ReadInt64BigEndian(value) },
            TsDataType.Float => new[] { BinaryPrimitives.ReadSingleBigEndian(value) },
            TsDataType.Double => new[] { BinaryPrimitives.ReadDoubleBigEndian(value) },
            _ => new[] { value.ToArray() },
        };
        return new TypedColumn(measurement, dataType, new PointColumn(points, null));
    }
}
