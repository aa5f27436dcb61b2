namespace IoTDB.Client.Tests.Pooling;

/// <summary>What the model knows of one thing the pool has opened.</summary>
internal sealed record ModelThing(int Number, int Generation, long OpenedAt)
{
    public bool IsBroken { get; set; }

    public long IdleSince { get; set; }
}
