namespace IoTDB.Client;

/// <summary>What a <see cref="LeasePool{T}"/> lends.</summary>
internal interface ILeasable
{
    /// <summary>Whether it may be kept: nothing is known against it. Costs nothing.</summary>
    bool IsIntact { get; }

    /// <summary>Whether it may be lent, as far as can be told without a round trip; asks the operating system.</summary>
    bool IsUsable { get; }

    /// <summary>Whether it talks to this endpoint.</summary>
    bool IsAt(Endpoint endpoint) => false;

    /// <summary>Ends it politely; bounded by itself, never throws.</summary>
    ValueTask CloseAsync();

    /// <summary>Cuts it at once; whoever waits for it gets an exception.</summary>
    void Abort();
}
