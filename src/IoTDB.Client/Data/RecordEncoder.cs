using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace IoTDB.Client;

/// <summary>Writes the values of a record: a type byte before each. Source: wire protocol 8.7.</summary>
internal static class RecordEncoder
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Encode(Record record, TimeScale scale)
    {
        ArrayBufferWriter<byte> output = new(64);
        foreach (RecordCell cell in record.Cells)
        {
            Encode(cell, scale, output);
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Encode(in RecordCell cell, TimeScale scale, ArrayBufferWriter<byte> output)
    {
        switch (cell.DataType)
        {
            case TsDataType.Boolean:
                Begin(cell, 1, output)[0] = (byte)cell.Bits;
                output.Advance(2);
                break;
            case TsDataType.Int32 or TsDataType.Float or TsDataType.Date:
                BinaryPrimitives.WriteInt32BigEndian(Begin(cell, sizeof(int), output), (int)cell.Bits);
                output.Advance(1 + sizeof(int));
                break;
            case TsDataType.Int64 or TsDataType.Double:
                BinaryPrimitives.WriteInt64BigEndian(Begin(cell, sizeof(long), output), cell.Bits);
                output.Advance(1 + sizeof(long));
                break;
            case TsDataType.Timestamp:
                BinaryPrimitives.WriteInt64BigEndian(Begin(cell, sizeof(long), output), scale.FromUnixTicks(cell.Bits));
                output.Advance(1 + sizeof(long));
                break;
            default:
                byte[] bytes = cell.Object as byte[] ?? s_utf8.GetBytes((string)cell.Object!);
                Span<byte> target = Begin(cell, sizeof(int) + bytes.Length, output);
                BinaryPrimitives.WriteInt32BigEndian(target, bytes.Length);
                bytes.CopyTo(target[sizeof(int)..]);
                output.Advance(1 + sizeof(int) + bytes.Length);
                break;
        }
    }

    private static Span<byte> Begin(in RecordCell cell, int length, ArrayBufferWriter<byte> output)
    {
        Span<byte> target = output.GetSpan(1 + length);
        target[0] = (byte)cell.DataType;
        return target[1..];
    }
}
