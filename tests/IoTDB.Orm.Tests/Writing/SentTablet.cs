using IoTDB.Wire;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Orm.Tests.Writing;

/// <summary>A tablet as the server would read it.</summary>
internal sealed record SentTablet(string Device, IReadOnlyList<(long Time, int? Quality)> Rows)
{
    public IReadOnlyList<string> Measurements { get; init; } = [];

    public static List<SentTablet> Decode(InsertFrame frame)
    {
        ReadOnlyMemory<byte> bytes = frame.Seal(1, 2)[sizeof(int)..].ToArray();
        CallHeader header = Answers.ReadHeader(bytes, ThriftProtocol.Binary, WireLimits.Default);
        if (header.Method == Methods.InsertTablet)
        {
            Answers.TryReadCall(bytes, header, WireLimits.Default, out InsertTabletRequest one);
            return [Decode(one.PrefixPath, one.Measurements, one.Values, one.Timestamps, one.Types, one.Size)];
        }

        Answers.TryReadCall(bytes, header, WireLimits.Default, out InsertTabletsRequest all);
        return
        [
            .. Enumerable.Range(0, all.PrefixPaths.Length).Select(i => Decode(
                all.PrefixPaths[i], all.MeasurementsList[i], all.ValuesList[i], all.TimestampsList[i], all.TypesList[i], all.SizeList[i])),
        ];
    }

    private static SentTablet Decode(
        string device, string[] measurements, ReadOnlyMemory<byte> values, ReadOnlyMemory<byte> timestamps, int[] types, int rows)
    {
        long[] times = TabletDecoder.DecodeTimes(timestamps, rows);
        TabletColumn quality = TabletDecoder.Decode(values, types, rows)[Array.IndexOf(measurements, "quality")];
        int[] values32 = quality.ReadInts();
        return new SentTablet(device, [.. times.Select((time, i) => (time, quality.IsNull(i) ? (int?)null : values32[i]))]) { Measurements = measurements };
    }
}
