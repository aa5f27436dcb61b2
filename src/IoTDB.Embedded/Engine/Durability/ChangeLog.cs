namespace IoTDB.Embedded.Engine.Durability;

/// <summary>What changed since it was last asked. A server without storage has none, so that nothing is noted for nobody.</summary>
/// <remarks>Used inside <see cref="TreeEngine.Write{T}"/> only.</remarks>
internal sealed class ChangeLog
{
    private List<Change> _changes = [];

    /// <summary>Notes a change that was just made.</summary>
    public void Add(Change change) => _changes.Add(change);

    /// <summary>The changes noted, in order; the log is empty afterwards.</summary>
    public List<Change> Take()
    {
        var taken = _changes;
        if (taken.Count > 0)
        {
            _changes = [];
        }

        return taken;
    }
}
