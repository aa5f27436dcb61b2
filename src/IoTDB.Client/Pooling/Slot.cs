using System.Diagnostics;

namespace IoTDB.Client;

/// <summary>One of the places a pool has; holds what is lent, or nothing while it is being opened.</summary>
/// <remarks>All fields belong to the pool's lock, but <see cref="Item"/> of a leased slot, which belongs to the lease.</remarks>
internal sealed class Slot<T>
    where T : class, ILeasable
{
    /// <summary>What is lent; null while a slot is only reserved, or after a replacement failed.</summary>
    public T? Item { get; set; }

    /// <summary>Counts leases and returns; a lease that remembers another number has ended.</summary>
    public long Version { get; set; }

    public bool IsLeased { get; set; }

    /// <summary>Place among the leased ones, while it is leased.</summary>
    public int Place { get; set; }

    public int Generation { get; set; }

    /// <summary>Timestamps of the pool's clock.</summary>
    public long ExpiresAt { get; set; }

    public long IdleSince { get; set; }

    public long LeasedSince { get; set; }

    /// <summary>How long it lay idle before this lease.</summary>
    public long IdleTicks { get; set; }

    /// <summary>Where the lease was taken; only while leaks are looked for.</summary>
    public StackTrace? Origin { get; set; }

    public bool LeakReported { get; set; }

    /// <summary>The object whose collection shows that the lease was forgotten; set by readers that own their lease.</summary>
    public WeakReference? Owner { get; set; }

    /// <summary>Something the lease's user keeps with it, dropped on return.</summary>
    public object? Facade { get; set; }
}
