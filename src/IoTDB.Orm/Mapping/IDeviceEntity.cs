namespace IoTDB.Orm;

/// <summary>A mapped class. Implemented by generated code on every class with <see cref="DeviceAttribute"/>; never by hand.</summary>
/// <typeparam name="TSelf">The mapped class.</typeparam>
public interface IDeviceEntity<TSelf>
    where TSelf : class, IDeviceEntity<TSelf>
{
    /// <summary>Everything the compiler knows about the mapping; one immutable instance.</summary>
    static abstract DeviceModel<TSelf> Model { get; }
}
