namespace IoTDB.Embedded.Engine.Durability;

/// <summary>An opened storage. One call at a time.</summary>
internal interface IStorageSession : IDisposable
{
    /// <summary>Everything kept, as changes that lead there from nothing: what something refers to comes before it.</summary>
    /// <exception cref="StatusException">It cannot be read.</exception>
    IEnumerable<Change> Read();

    /// <summary>Keeps changes, all or none. When this returns they survive the end of the process and of the machine.</summary>
    /// <exception cref="StatusException">Nothing of them is kept: 600 no longer writable, 611 no room, 601 anything else.</exception>
    void Commit(IReadOnlyList<Change> changes);

    /// <summary>Does a bounded piece of what keeps the storage small and quick to load.</summary>
    /// <exception cref="StatusException">It did not work; nothing is lost.</exception>
    void Tidy();
}
