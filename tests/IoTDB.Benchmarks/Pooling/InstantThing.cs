using IoTDB.Client;

namespace IoTDB.Benchmarks.Pooling;

/// <summary>What a pool lends when only the pool is measured.</summary>
internal sealed class InstantThing : ILeasable
{
    public bool IsIntact => true;

    public bool IsUsable => true;

    public ValueTask CloseAsync() => ValueTask.CompletedTask;

    public void Abort()
    {
        // there is nothing to cut
    }
}
