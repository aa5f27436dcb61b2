namespace IoTDB.Client.Tests.Pooling;

/// <summary>A lease as the model sees it; it holds nothing after a replacement that failed.</summary>
internal sealed record ModelLease(int Caller, long Since)
{
    public ModelThing? Thing { get; set; }
}
