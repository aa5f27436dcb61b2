namespace IoTDB.Client;

/// <summary>A part that waits to be sent.</summary>
/// <param name="part">The rows.</param>
/// <param name="cause">The failure of the request they were in before; null when they were in none.</param>
/// <param name="sibling">The other half, if that one is still to be sent.</param>
internal sealed class PendingPart<TPart>(TPart part, IoTDBException? cause, PendingPart<TPart>? sibling = null)
{
    public TPart Part => part;

    public IoTDBException? Cause => cause;

    public PendingPart<TPart>? Sibling => sibling;

    /// <summary>The other half was acknowledged: what failed is in this one.</summary>
    public bool IsKnownBad { get; set; }
}
