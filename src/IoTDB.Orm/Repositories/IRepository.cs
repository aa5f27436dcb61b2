namespace IoTDB.Orm;

/// <summary>Writes, reads and deletes the rows of one mapped class. Stateless and thread-safe: share one.</summary>
/// <typeparam name="T">The mapped class.</typeparam>
public interface IRepository<T>
    where T : class, IDeviceEntity<T>
{
    /// <summary>
    /// Stores one row. A row is known by its device and time: storing it again merges it, value by value, and a property that is
    /// null leaves the stored value as it is. A row without any value leaves nothing behind.
    /// </summary>
    /// <exception cref="ArgumentException">The row cannot be stored: a key is missing or cannot be part of a path, its time is not UTC.</exception>
    /// <exception cref="IoTDB.Client.IoTDBException">The server could not be reached or refused the row.</exception>
    Task<InsertResult> InsertAsync(T row, CancellationToken ct = default);

    /// <summary>Stores rows of any devices in any order, in as few requests as the limits allow; see <see cref="InsertAsync(T, CancellationToken)"/> for what storing means.</summary>
    /// <remarks>Where several rows have the same device and time, they are merged as if stored in the order given. Keys and times of all rows are checked before the first is sent, values batch by batch.</remarks>
    /// <exception cref="ArgumentException">A row cannot be stored; the message names it. Nothing of its batch was sent.</exception>
    /// <exception cref="IoTDBBatchException">Some rows were refused; the exception names them, all others are stored.</exception>
    /// <exception cref="IoTDB.Client.IoTDBException">The server could not be reached.</exception>
    Task<InsertResult> InsertAsync(IEnumerable<T> rows, CancellationToken ct = default);

    /// <inheritdoc cref="InsertAsync(IEnumerable{T}, CancellationToken)"/>
    Task<InsertResult> InsertAsync(IEnumerable<T> rows, IProgress<InsertProgress>? progress, CancellationToken ct = default);

    /// <summary>Stores a stream of rows in bounded memory: as many as fit a batch are collected, checked and sent, then the next.</summary>
    /// <exception cref="ArgumentException">A row cannot be stored; nothing of its batch was sent, batches before it are stored.</exception>
    /// <exception cref="IoTDBBatchException">Some rows of a batch were refused; the stream was not read further.</exception>
    /// <exception cref="IoTDB.Client.IoTDBException">The server could not be reached.</exception>
    Task<InsertResult> InsertAsync(IAsyncEnumerable<T> rows, CancellationToken ct = default);

    /// <inheritdoc cref="InsertAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    Task<InsertResult> InsertAsync(IAsyncEnumerable<T> rows, IProgress<InsertProgress>? progress, CancellationToken ct = default);

    /// <summary>Stores a tablet that was filled column by column; it stays the caller's, to be filled again or disposed of.</summary>
    /// <exception cref="InvalidOperationException">The tablet's times were not set.</exception>
    /// <exception cref="IoTDB.Client.IoTDBRequestTooLargeException">The tablet is larger than one request may be; nothing was sent.</exception>
    /// <exception cref="IoTDB.Client.IoTDBException">The server could not be reached or refused the tablet.</exception>
    Task<InsertResult> InsertAsync(Tablet<T> tablet, CancellationToken ct = default);

    /// <summary>Starts a query over one device; say next which time it is about.</summary>
    UnboundedQuery<T> Query(DeviceKey<T> device);

    /// <summary>Starts a query over all devices that fit; say next which time it is about.</summary>
    UnboundedQuery<T> Query(DeviceSelector<T> devices);

    /// <summary>The newest row of a device as it is stored, or null when it has none.</summary>
    Task<T?> LastRowAsync(DeviceKey<T> device, CancellationToken ct = default);

    /// <summary>Removes the data of one device within a time. Never repeated by the library, because a late repeat could remove newer rows.</summary>
    Task DeleteAsync(DeviceKey<T> device, TimeRange range, CancellationToken ct = default);

    /// <summary>Removes the data of all devices that fit within a time.</summary>
    /// <inheritdoc cref="DeleteAsync(DeviceKey{T}, TimeRange, CancellationToken)"/>
    Task DeleteAsync(DeviceSelector<T> devices, TimeRange range, CancellationToken ct = default);
}
