using IoTDB.Client;
using IoTDB.Orm.Generated;

namespace IoTDB.Orm.Writing;

/// <summary>Sorts rows into devices. Nothing is allocated for a row: keys are compared in place, and a run of one device costs one comparison a row.</summary>
internal sealed class RowGrouping<T>(DeviceCodec<T> codec) : IEqualityComparer<T>, IDisposable
    where T : class, IDeviceEntity<T>
{
    private readonly List<RowGroup<T>> _groups = [];
    private Dictionary<T, RowGroup<T>>? _byDevice;
    private RowGroup<T>? _last;

    /// <summary>Devices in the order they came first.</summary>
    internal IReadOnlyList<RowGroup<T>> Groups => _groups;

    internal int Rows { get; private set; }

    /// <exception cref="ArgumentException">The row is null, or its keys name no device.</exception>
    internal void Add(T? row, long position)
    {
        if (row is null)
        {
            throw new ArgumentException($"Row {position} is null.", nameof(row));
        }

        if (_last is null || !codec.SameDevice(_last.Rows[0], row))
        {
            _last = Find(row, position);
        }

        _last.Add(row, position);
        Rows++;
    }

    /// <inheritdoc/>
    public bool Equals(T? left, T? right) => codec.SameDevice(left!, right!);

    /// <inheritdoc/>
    public int GetHashCode(T row) => codec.DeviceHash(row);

    /// <inheritdoc/>
    public void Dispose() => Clear();

    /// <summary>Lets go of all rows, to start with others.</summary>
    internal void Clear()
    {
        foreach (RowGroup<T> group in _groups)
        {
            group.Dispose();
        }

        _groups.Clear();
        _byDevice = null;
        _last = null;
        Rows = 0;
    }

    private RowGroup<T> Find(T row, long position)
    {
        if (_byDevice is null && _last is not null)
        {
            _byDevice = new Dictionary<T, RowGroup<T>>(this) { [_last.Rows[0]] = _last };
        }

        if (_byDevice?.TryGetValue(row, out RowGroup<T>? known) == true)
        {
            return known;
        }

        var group = new RowGroup<T>(DeviceOf(row, position));
        _groups.Add(group);
        _byDevice?.Add(row, group);
        return group;
    }

    private DevicePath DeviceOf(T row, long position)
    {
        try
        {
            return codec.KeyOf(row).Path;
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException($"Row {position} cannot be stored: {problem.Message}", problem);
        }
    }
}
