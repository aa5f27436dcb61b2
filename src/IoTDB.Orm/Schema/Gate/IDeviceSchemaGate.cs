namespace IoTDB.Orm.Schema;

/// <summary>Sees to it that a device exists as its class asks before the first rows are written to it.</summary>
internal interface IDeviceSchemaGate
{
    /// <summary>Returns at once for a device that is known to be right; otherwise creates or checks it, once however many callers wait.</summary>
    /// <param name="model">The mapped class.</param>
    /// <param name="device">Canonical path of the device.</param>
    /// <param name="ct">Ends this caller's waiting; the others go on.</param>
    /// <exception cref="SchemaMismatchException">The device exists in another shape; the message has both.</exception>
    ValueTask EnsureAsync(DeviceModel model, string device, CancellationToken ct);

    /// <summary>The same for all devices of one write, side by side.</summary>
    /// <exception cref="SchemaMismatchException">A device exists in another shape; the first one found is thrown.</exception>
    ValueTask EnsureAsync(DeviceModel model, IReadOnlyList<string> devices, CancellationToken ct);

    /// <summary>Forgets a device, because the server answered that something of it is gone.</summary>
    void Forget(DeviceModel model, string device);
}
