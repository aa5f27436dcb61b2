using System.ComponentModel;

namespace IoTDB.Orm.Generated;

/// <summary>What the generator writes for a mapped class: how its rows become cells of a tablet, and cells of a result become rows.</summary>
/// <remarks>Stateless and thread-safe. A codec trusts the sizes it is given; encoder and reader check them once, before the first row.</remarks>
/// <typeparam name="T">The mapped class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DeviceCodec<T>
    where T : class, IDeviceEntity<T>
{
    /// <summary>The device a row belongs to.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">A key of the row is missing or cannot be a level of a path.</exception>
    public abstract DeviceKey<T> KeyOf(T row);

    /// <summary>Whether both rows have equal keys. Allocates nothing.</summary>
    /// <param name="left">A row.</param>
    /// <param name="right">Another row.</param>
    public abstract bool SameDevice(T left, T right);

    /// <summary>Hash of a row's keys, equal where <see cref="SameDevice"/> is true. Allocates nothing.</summary>
    /// <param name="row">The row.</param>
    public abstract int DeviceHash(T row);
}
