using IoTDB.Client;

namespace IoTDB.Benchmarks.Pooling;

/// <summary>Opens without waiting.</summary>
internal sealed class InstantSource : ILeasableSource<InstantThing>
{
    public ValueTask<InstantThing> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new InstantThing());
}
