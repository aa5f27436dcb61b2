using IoTDB.Client;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Orm.Writing;

/// <summary>Encodes the tablets of one request into a frame, before a session is rented.</summary>
internal static class RequestEncoder
{
    /// <exception cref="ArgumentException">A row holds what cannot be stored; the frame is given back.</exception>
    internal static InsertFrame Encode<T>(DeviceModel<T> model, RequestPlan<T> plan, TimeScale scale, ThriftProtocol protocol)
        where T : class, IDeviceEntity<T>
    {
        InsertFrame frame = InsertFrame.Rent(protocol);
        RequestPart<T> current = plan.Parts[0];
        try
        {
            foreach (RequestPart<T> part in plan.Parts)
            {
                current = part;
                model.Write(frame, part.Group.Device.ToWire(), part.Rows, scale);
            }

            return plan.Omitted is { } omitted ? frame.ReplaceWithout(omitted) : frame;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            frame.Dispose();
            if (FindRow(model, current, scale, protocol) is { } found)
            {
                throw Named(model, current, found.Index, found.Problem, scale, protocol);
            }

            throw;
        }
    }

    /// <summary>The first row that cannot be encoded alone: a second try costs nothing that matters once the call has failed.</summary>
    private static (int Index, Exception Problem)? FindRow<T>(DeviceModel<T> model, RequestPart<T> part, TimeScale scale, ThriftProtocol protocol)
        where T : class, IDeviceEntity<T>
    {
        using InsertFrame frame = InsertFrame.Rent(protocol);
        for (int i = 0; i < part.Count; i++)
        {
            try
            {
                frame.Reset();
                model.Write(frame, part.Group.Device.ToWire(), part.Rows.Slice(i, 1), scale);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                return (i, problem);
            }
        }

        return null;
    }

    private static ArgumentException Named<T>(
        DeviceModel<T> model, RequestPart<T> part, int index, Exception problem, TimeScale scale, ThriftProtocol protocol)
        where T : class, IDeviceEntity<T>
    {
        T row = part.Rows[index];
        string place = $"Row {part.Group.PositionOf(part.Start + index)} of {part.Group.Device} at {RowOrder.TimeOf(row, model.Codec, scale)}";
        MeasurementModel? stopped = StoppedColumn.Find(model, part.Group.Device.ToWire(), row, scale, protocol);
        return Unsendable.At(place, stopped?.Name, stopped?.DataType ?? default(TsDataType), problem, more: "Leave such rows out, or mend them.");
    }
}
