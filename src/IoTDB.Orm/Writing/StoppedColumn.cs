using System.Buffers.Binary;
using IoTDB.Client;
using IoTDB.Orm.Mapping;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Orm.Writing;

/// <summary>Finds the measurement at which the encoding of a row stopped. Only for messages: encoders keep no account of it while they succeed.</summary>
/// <remarks>
/// The row is encoded over memory full of zeros, and again over memory full of ones: where both differ nothing was written. Cells are written in the
/// order of the wire, so the first such one is it. Beyond <see cref="Room"/> nothing can be told.
/// </remarks>
internal static class StoppedColumn
{
    private const int Room = 1 << 20;

    /// <returns>The measurement; null when it cannot be told.</returns>
    public static MeasurementModel? Find<T>(DeviceModel<T> model, string device, T row, TimeScale scale, ThriftProtocol protocol)
        where T : class, IDeviceEntity<T>
    {
        byte[] overZeros = Encode(model, device, row, scale, protocol, 0x00);
        byte[] overOnes = Encode(model, device, row, scale, protocol, 0xFF);
        int at = 0;
        foreach (int i in model.WireOrder)
        {
            MeasurementModel measurement = model.Measurements[i];
            int width = ColumnBuffer.WidthOf(measurement.DataType);
            if (at > Room - width)
            {
                return null;
            }

            ReadOnlySpan<byte> cell = overZeros.AsSpan(at, width);
            if (!cell.SequenceEqual(overOnes.AsSpan(at, width)))
            {
                return measurement;
            }

            at += width;
            if (measurement.DataType is TsDataType.Text or TsDataType.String or TsDataType.Blob)
            {
                at = (int)Math.Min(Room, at + (long)BinaryPrimitives.ReadInt32BigEndian(cell));
            }
        }

        return null;
    }

    private static byte[] Encode<T>(DeviceModel<T> model, string device, T row, TimeScale scale, ThriftProtocol protocol, byte over)
        where T : class, IDeviceEntity<T>
    {
        using InsertFrame frame = InsertFrame.Rent(protocol);
        frame.BeginTablet(device, model.Shape, 1);
        frame.Values(Room).Fill(over);
        frame.Reset();
        try
        {
            model.Write(frame, device, new ReadOnlySpan<T>(in row), scale);
            return new byte[Room]; // it did not stop this time
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return frame.Values(Room).ToArray(); // still open
        }
    }
}
