using System.ComponentModel;
using IoTDB.Client;

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

    /// <summary>The time of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="scale">The server's precision.</param>
    public abstract long TimeOf(T row, TimeScale scale);

    /// <summary>How many rows from the first on belong to one device.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="ascending">Whether the times of those rows never go back.</param>
    public abstract int LeadingRun(ReadOnlySpan<T> rows, out bool ascending);

    /// <summary>Writes rows of one device into an open tablet.</summary>
    /// <param name="tablet">The tablet, begun for as many rows.</param>
    /// <param name="rows">The rows, ascending in time.</param>
    public abstract void Encode(ref TabletEncoder tablet, ReadOnlySpan<T> rows);

    /// <summary>Makes a row of every row of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="rows">Where they go; as many as the block has.</param>
    public abstract void Read(ref BlockReader<T> block, Span<T> rows);
}
