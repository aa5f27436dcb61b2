using System.Buffers.Binary;
using IoTDB.Wire.Messages;

namespace IoTDB.Benchmarks.Embedded;

/// <summary>Tablets of ten DOUBLE columns, one after the other in time.</summary>
internal static class TabletSource
{
    public const int Columns = 10;

    public static string[] Measurements { get; } = [.. Enumerable.Range(0, Columns).Select(column => $"m{column}")];

    private static int[] Types { get; } = [.. Enumerable.Repeat((int)TsDataType.Double, Columns)];

    public static InsertTabletRequest Make(string device, long firstTime, int rows)
    {
        byte[] times = new byte[rows * sizeof(long)];
        byte[] values = new byte[rows * Columns * sizeof(double)];
        for (int row = 0; row < rows; row++)
        {
            BinaryPrimitives.WriteInt64BigEndian(times.AsSpan(row * sizeof(long)), firstTime + row);
            for (int column = 0; column < Columns; column++)
            {
                double value = Math.Sin((firstTime + row) / 1000.0) + column;
                BinaryPrimitives.WriteDoubleBigEndian(values.AsSpan(((column * rows) + row) * sizeof(double)), value);
            }
        }

        return new InsertTabletRequest(1, device, Measurements, values, times, Types, rows, IsAligned: true);
    }
}
