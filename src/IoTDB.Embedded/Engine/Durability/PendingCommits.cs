namespace IoTDB.Embedded.Engine.Durability;

/// <summary>The groups that the answer of a request depends on: what it changed, and what it saw of others' changes.</summary>
/// <remarks>An answer is sent once all of it is kept, so no client ever learns of something that a crash takes back.</remarks>
internal sealed class PendingCommits
{
    private readonly List<CommitGroup> _groups = [];

    public void Add(CommitGroup? group)
    {
        if (group is not null && !group.Stored.IsCompletedSuccessfully && !_groups.Contains(group))
        {
            _groups.Add(group);
        }
    }

    /// <summary>True if there is nothing to wait for.</summary>
    public bool IsEmpty => _groups.Count == 0;

    /// <summary>Waits for all of them and forgets them.</summary>
    /// <exception cref="StatusException">One was not kept.</exception>
    public async ValueTask WhenStoredAsync()
    {
        try
        {
            foreach (var group in _groups)
            {
                await group.Stored.ConfigureAwait(false);
            }
        }
        finally
        {
            _groups.Clear();
        }
    }
}
