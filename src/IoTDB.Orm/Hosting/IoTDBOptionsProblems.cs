namespace IoTDB.Orm.Hosting;

/// <summary>What was wrong with the configuration of one data source when it was read.</summary>
internal sealed class IoTDBOptionsProblems
{
    private readonly Lock _gate = new(); // guards the list: options may be created on any thread
    private readonly List<string> _messages = [];

    /// <summary>Messages so far, in the order they were found.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Notes a problem.</summary>
    public void Add(string message)
    {
        lock (_gate)
        {
            _messages.Add(message);
        }
    }

    /// <summary>Forgets what an earlier reading found.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _messages.Clear();
        }
    }
}
