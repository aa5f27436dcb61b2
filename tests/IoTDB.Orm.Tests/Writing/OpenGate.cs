using IoTDB.Orm.Schema;

namespace IoTDB.Orm.Tests.Writing;

/// <summary>A gate that lets every device through and remembers which were asked for.</summary>
internal sealed class OpenGate : IDeviceSchemaGate
{
    public List<string> Ensured { get; } = [];

    public List<string> Forgotten { get; } = [];

    public ValueTask EnsureAsync(DeviceModel model, string device, CancellationToken ct) => EnsureAsync(model, [device], ct);

    public ValueTask EnsureAsync(DeviceModel model, IReadOnlyList<string> devices, CancellationToken ct)
    {
        Ensured.AddRange(devices);
        return ValueTask.CompletedTask;
    }

    public void Forget(DeviceModel model, string device) => Forgotten.Add(device);
}
