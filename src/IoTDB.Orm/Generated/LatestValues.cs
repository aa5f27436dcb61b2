using System.ComponentModel;
using System.Runtime.CompilerServices;
using IoTDB.Client;

namespace IoTDB.Orm.Generated;

/// <summary>Asks for newest values; called by the generated <c>LatestAsync</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LatestValues
{
    /// <summary>The newest values of one device, or null when it has never had one.</summary>
    /// <typeparam name="T">The mapped class.</typeparam>
    /// <typeparam name="TLatest">Its record of newest values.</typeparam>
    /// <param name="repository">Where the device is.</param>
    /// <param name="device">The device.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="make">Makes the record.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="IoTDBException">The server could not be reached or refused the statement.</exception>
    public static async Task<TLatest?> OneAsync<T, TLatest>(
        IRepository<T> repository, DeviceKey<T> device, IColumn[] columns, Func<LatestCells, TLatest> make, CancellationToken ct = default)
        where T : class, IDeviceEntity<T>
        where TLatest : class
    {
        ArgumentNullException.ThrowIfNull(repository);
        List<(DevicePath Device, TLatest? Value)> found = await Query(repository.Query(device), columns, make).ToListAsync(ct).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0].Value;
    }

    /// <summary>The newest values of every device that fits and has ever had one.</summary>
    /// <inheritdoc cref="OneAsync{T,TLatest}"/>
    public static async IAsyncEnumerable<(DevicePath Device, TLatest Value)> ManyAsync<T, TLatest>(
        IRepository<T> repository, DeviceSelector<T> devices, IColumn[] columns, Func<LatestCells, TLatest> make, [EnumeratorCancellation] CancellationToken ct = default)
        where T : class, IDeviceEntity<T>
        where TLatest : class
    {
        ArgumentNullException.ThrowIfNull(repository);
        await foreach ((DevicePath device, TLatest? value) in Query(repository.Query(devices), columns, make).WithCancellation(ct).ConfigureAwait(false))
        {
            if (value is not null)
            {
                yield return (device, value);
            }
        }
    }

    private static LatestQuery<(DevicePath Device, TLatest? Value)> Query<T, TLatest>(UnboundedQuery<T> query, IColumn[] columns, Func<LatestCells, TLatest> make)
        where T : class, IDeviceEntity<T>
        where TLatest : class =>
        new(query.AllTime().Spec, columns, (device, cells) => (device, cells.IsEmpty ? null : make(cells)));
}
