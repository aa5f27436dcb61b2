namespace IoTDB.Client;

/// <summary>Makes what a <see cref="LeasePool{T}"/> lends.</summary>
internal interface ILeasableSource<T>
    where T : class, ILeasable
{
    /// <summary>Opens one more; bounded by itself.</summary>
    ValueTask<T> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens one more, where the hint says if that is possible.</summary>
    ValueTask<T> OpenAsync(OpenHint hint, CancellationToken cancellationToken) => OpenAsync(cancellationToken);
}
