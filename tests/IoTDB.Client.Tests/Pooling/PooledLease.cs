namespace IoTDB.Client.Tests.Pooling;

/// <summary>A lease of a <see cref="PoolBench"/>.</summary>
internal sealed record PooledLease(LeasePool<PooledThing> Pool, Slot<PooledThing> Slot, long Version)
{
    public PooledThing Thing => Slot.Item!;

    public void Return() => Pool.Return(Slot, Version);
}
