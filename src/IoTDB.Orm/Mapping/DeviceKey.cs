using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>One device of a mapped class: its path, and the values of its keys.</summary>
/// <typeparam name="T">The mapped class.</typeparam>
public readonly struct DeviceKey<T> : IEquatable<DeviceKey<T>>
    where T : class, IDeviceEntity<T>
{
    private readonly string[]? _values;

    internal DeviceKey(DevicePath path, string[] values)
    {
        Path = path;
        _values = values;
    }

    /// <summary>The device's path; empty for <c>default</c>.</summary>
    public DevicePath Path { get; }

    /// <summary>Values of the keys as text, in path order.</summary>
    public IReadOnlyList<string> Values => _values ?? [];

    /// <summary>The path as the server writes it, with backquotes where they are needed; empty for <c>default</c>.</summary>
    public override string ToString() => Path.ToString();

    /// <inheritdoc/>
    public bool Equals(DeviceKey<T> other) => Path.Equals(other.Path);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DeviceKey<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Path.GetHashCode();

    /// <summary>Whether both are the same device.</summary>
    public static bool operator ==(DeviceKey<T> left, DeviceKey<T> right) => left.Equals(right);

    /// <summary>Whether they are different devices.</summary>
    public static bool operator !=(DeviceKey<T> left, DeviceKey<T> right) => !left.Equals(right);
}
