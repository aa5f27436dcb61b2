namespace IoTDB.Client;

/// <summary>Makes what a <see cref="LeasePool{T}"/> lends.</summary>
internal interface ILeasableSource<T>
    where T : class, ILeasable
{
    /// <summary>Opens one more; bounded by itself.</summary>
    ValueTask<T> OpenAsync(CancellationToken cancellationToken);
}
