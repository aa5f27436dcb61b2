using System.Buffers.Binary;
using System.Text.Json;
using IoTDB.Wire;
using IoTDB.Wire.Blocks;

namespace IoTDB.Conformance.Wire;

/// <summary>The values of records.</summary>
internal static class RecordCheck
{
    public static void Run(RecordedFrame frame, string[][] measurements, ReadOnlyMemory<byte>[] values)
    {
        int index = 0;
        foreach (string line in frame.Payload("decoded record: "))
        {
            int end = line.LastIndexOf(']') + 1;
            JsonElement[] recorded = [.. JsonDocument.Parse(line[..end]).RootElement.EnumerateArray()];
            int left = Compare(recorded, measurements[index], values[index].Span);
            if (line[end..].Trim() != (left == 0 ? "" : $"LEFT {left}"))
            {
                throw new MismatchException($"record {index}: recorded {line}, {left} bytes left");
            }

            index++;
        }
    }

    /// <summary>Reads as many values as there are measurements.</summary>
    public static void Decode(string[] measurements, ReadOnlySpan<byte> values)
    {
        RecordDecoder decoder = new(values);
        foreach (string measurement in measurements)
        {
            if (!decoder.TryRead(out _, out _))
            {
                throw new WireFormatException(decoder.Offset, $"record values, {measurement}", "a value");
            }
        }
    }

    private static int Compare(JsonElement[] recorded, string[] measurements, ReadOnlySpan<byte> values)
    {
        RecordDecoder decoder = new(values);
        for (int i = 0; i < recorded.Length; i++)
        {
            if (!decoder.TryRead(out int type, out ReadOnlySpan<byte> value)
                || recorded[i][0].GetString() != measurements[i]
                || recorded[i][1].GetString() != Name(type)
                || !CellText.Agrees((TsDataType)type, Boxed(type, value), recorded[i][2]))
            {
                throw new MismatchException($"value {i}: recorded {recorded[i].GetRawText()}, decoded {Name(type)} {Convert.ToHexStringLower(value)}");
            }
        }

        return values.Length - decoder.Offset;
    }

    private static string Name(int type) => type switch
    {
        RecordDecoder.InferType => "INFER",
        RecordDecoder.NullType => "NULL",
        _ => ((TsDataType)type).ToString().ToUpperInvariant(),
    };

    private static object? Boxed(int type, ReadOnlySpan<byte> value) => type switch
    {
        RecordDecoder.NullType => null,
        (int)TsDataType.Boolean => value[0] == 1,
        (int)TsDataType.Int32 or (int)TsDataType.Date => BinaryPrimitives.ReadInt32BigEndian(value),
        (int)TsDataType.Int64 or (int)TsDataType.Timestamp => BinaryPrimitives.ReadInt64BigEndian(value),
        (int)TsDataType.Float => BinaryPrimitives.ReadSingleBigEndian(value),
        (int)TsDataType.Double => BinaryPrimitives.ReadDoubleBigEndian(value),
        _ => value.ToArray(),
    };
}
