using IoTDB.Client;
using IoTDB.Orm.Mapping;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm;

/// <summary>Rows of one device, filled column by column without row objects. The generated <c>TabletWriter</c> of a class derives from it.</summary>
/// <remarks>
/// Memory comes from a pool and goes back on <see cref="Dispose()"/>. Times must be set and never go back; a column that is not set is missing
/// in every row. Setting a column again replaces it. Not thread-safe.
/// </remarks>
/// <typeparam name="T">The mapped class.</typeparam>
public abstract partial class Tablet<T> : IDisposable
    where T : class, IDeviceEntity<T>
{
    private readonly ColumnBuffer?[] _columns = new ColumnBuffer?[T.Model.Measurements.Count];
    private ColumnBuffer? _times;
    private bool _isDisposed;

    /// <summary>Called by generated code.</summary>
    /// <param name="device">The device.</param>
    /// <param name="rows">Number of rows.</param>
    /// <exception cref="ArgumentException">The device is <c>default</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is negative.</exception>
    protected Tablet(DeviceKey<T> device, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (device.Path.IsEmpty)
        {
            throw new ArgumentException($"The device key is empty; make it with {typeof(T).Name}.Device(…).", nameof(device));
        }

        Device = device;
        Count = rows;
    }

    /// <summary>The device.</summary>
    public DeviceKey<T> Device { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Sets the times.</summary>
    /// <param name="times">One time a row, never going back; unit: the server's precision since 1970-01-01T00:00Z.</param>
    /// <exception cref="ArgumentException">The number differs from <see cref="Count"/>, or a time goes back.</exception>
    public void SetTimes(ReadOnlySpan<long> times)
    {
        ThrowIfUnsorted(times);
        Buffer(ref _times, TsDataType.Int64).Set(times, []);
    }

    /// <summary>Sets the times.</summary>
    /// <param name="times">One time a row, never going back.</param>
    /// <exception cref="ArgumentException">The number differs from <see cref="Count"/>, or a time goes back.</exception>
    public void SetTimes(ReadOnlySpan<DateTimeOffset> times)
    {
        ThrowIfUnsorted(times);
        Buffer(ref _times, TsDataType.Timestamp).Set(times, []);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the memory back.</summary>
    /// <param name="disposing">Whether this comes from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _times?.Dispose();
        foreach (ColumnBuffer? column in _columns)
        {
            column?.Dispose();
        }
    }

    /// <summary>Adds this tablet to a frame.</summary>
    /// <exception cref="InvalidOperationException">The times were not set.</exception>
    internal void Write(InsertFrame frame, TimeScale scale)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_times is not { IsSet: true })
        {
            throw new InvalidOperationException("The times of the tablet were not set; call SetTimes.");
        }

        DeviceModel<T> model = T.Model;
        frame.BeginTablet(Device.Path.ToWire(), model.Shape, Count);
        _times.Write(frame.Times, scale);
        int length = 0;
        bool anyMissing = false;
        foreach (int measurement in model.WireOrder)
        {
            length = checked(length + Length(measurement));
            anyMissing |= Filled(measurement)?.HasMissing ?? true;
        }

        int map = (Count / 8) + 1;
        Span<byte> values = frame.Values(checked(length + (anyMissing ? model.WireOrder.Count * (map + 1) : 0)));
        Span<byte> rest = values;
        foreach (int measurement in model.WireOrder)
        {
            Span<byte> cells = rest[..Length(measurement)];
            cells.Clear();
            Filled(measurement)?.Write(cells, scale);
            rest = rest[cells.Length..];
        }

        if (anyMissing)
        {
            rest = WriteMaps(model, rest, map);
        }

        frame.EndTablet(values.Length - rest.Length);
    }

    // Null for a column that was never set, or whose setter failed.
    private ColumnBuffer? Filled(int measurement) => _columns[measurement] is { IsSet: true } column ? column : null;

    private int Length(int measurement) => Filled(measurement)?.Length ?? checked(Count * ColumnBuffer.WidthOf(T.Model.Measurements[measurement].DataType));

    private Span<byte> WriteMaps(DeviceModel<T> model, Span<byte> rest, int map)
    {
        foreach (int measurement in model.WireOrder)
        {
            ColumnBuffer? column = Filled(measurement);
            bool any = column?.HasMissing ?? true;
            rest[0] = any ? (byte)1 : (byte)0;
            rest = rest[1..];
            if (any)
            {
                ColumnBuffer.WriteMap(column, rest[..map], Count);
                rest = rest[map..];
            }
        }

        return rest;
    }

    private ColumnBuffer Buffer(ref ColumnBuffer? column, TsDataType type)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return column ??= new ColumnBuffer(type, Count);
    }

    private static void ThrowIfUnsorted<TTime>(ReadOnlySpan<TTime> times)
        where TTime : IComparable<TTime>
    {
        for (int i = 1; i < times.Length; i++)
        {
            if (times[i].CompareTo(times[i - 1]) < 0)
            {
                throw new ArgumentException($"The time of row {i} is before that of the row above it; sort the rows first.", nameof(times));
            }
        }
    }
}
