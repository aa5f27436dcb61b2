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
            throw FindRow(model, current, scale, protocol) is { } row
                ? new ArgumentException($"Row {row} of {current.Group.Device} cannot be stored: {problem.Message}", problem)
                : problem;
        }
    }

    /// <summary>The first row that cannot be encoded alone: a second try costs nothing that matters once the call has failed.</summary>
    private static long? FindRow<T>(DeviceModel<T> model, RequestPart<T> part, TimeScale scale, ThriftProtocol protocol)
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
                return part.Group.PositionOf(part.Start + i);
            }
        }

        return null;
    }
}
