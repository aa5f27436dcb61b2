namespace IoTDB.Orm;

/// <summary>Chooses devices of one kind by their keys; a key left out means any value.</summary>
/// <typeparam name="T">The mapped class.</typeparam>
public readonly struct DeviceSelector<T> : IEquatable<DeviceSelector<T>>
    where T : class, IDeviceEntity<T>
{
    private readonly PathPart[]? _parts;

    internal DeviceSelector(PathPart[] parts) => _parts = parts;

    /// <summary>What is asked of each key, in path order.</summary>
    public IReadOnlyList<PathPart> Parts => _parts ?? new PathPart[T.Model.Pattern.KeyCount];

    /// <summary>The path pattern that the server matches, quoted where it asks for it: <c>root.power.site1.*</c>.</summary>
    public override string ToString()
    {
        IReadOnlyList<PathPart> parts = Parts;
        int key = 0;
        return string.Join('.', T.Model.Pattern.FixedNodes.Select(node => node ?? parts[key++].ToString()));
    }

    /// <inheritdoc/>
    public bool Equals(DeviceSelector<T> other) => Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DeviceSelector<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (PathPart part in Parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether both ask the same.</summary>
    public static bool operator ==(DeviceSelector<T> left, DeviceSelector<T> right) => left.Equals(right);

    /// <summary>Whether they ask different things.</summary>
    public static bool operator !=(DeviceSelector<T> left, DeviceSelector<T> right) => !left.Equals(right);
}
