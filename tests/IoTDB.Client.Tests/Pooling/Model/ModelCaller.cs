namespace IoTDB.Client.Tests.Pooling;

/// <summary>Somebody who rents once, as the real pool sees it.</summary>
internal sealed class ModelCaller : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    public ModelCaller(LeasePool<PooledThing> pool) => Rent = RentAsync(pool, _cancellation.Token);

    public Task<Slot<PooledThing>> Rent { get; }

    public CancellationToken Token => _cancellation.Token;

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    private static async Task<Slot<PooledThing>> RentAsync(LeasePool<PooledThing> pool, CancellationToken cancellationToken) =>
        await pool.RentAsync(cancellationToken);
}
