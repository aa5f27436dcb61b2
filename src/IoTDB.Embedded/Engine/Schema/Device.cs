using IoTDB.Embedded.Engine.Durability;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>A device: the parent node of its series.</summary>
internal sealed class Device(long id, CatalogNode node, Database database, bool isAligned, TtlRules ttl, ChangeLog? changes)
{
    private readonly Dictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Series> _aliases = new(StringComparer.Ordinal);
    private Series[]? _ordered;

    /// <summary>What storage knows it by.</summary>
    public long Id { get; } = id;

    /// <summary>Where changes of its points are noted; null if nobody keeps them.</summary>
    public ChangeLog? Changes { get; } = changes;

    /// <summary>Canonical path.</summary>
    public string Path => node.Path;

    /// <summary>Canonical nodes from root on.</summary>
    public IReadOnlyList<string> Nodes => node.Nodes;

    /// <summary>The database it belongs to.</summary>
    public Database Database { get; } = database;

    /// <summary>True if its series share one time column; decided when the device comes into being.</summary>
    public bool IsAligned { get; } = isAligned;

    /// <summary>The template it takes series from, if activated.</summary>
    public Template? Template { get; set; }

    /// <summary>True while all rows are as they were inserted and, in the server, in memory: nothing was flushed or deleted. A restart does not count.</summary>
    public bool IsUnflushed { get; set; } = true;

    /// <summary>Its series in the order the server lists them.</summary>
    public IReadOnlyList<Series> Series => _ordered ??= [.. node.Entries.Select(entry => entry.Series).OfType<Series>()];

    /// <summary>Its series in no particular order.</summary>
    public IReadOnlyCollection<Series> Members => _series.Values;

    /// <summary>True once points were deleted: the server keeps a place for them and asks there.</summary>
    public bool HadPoints { get; set; }

    /// <summary>How long points live, in milliseconds; null = for ever.</summary>
    public long? Ttl => ttl.Resolve(Path, Nodes);

    /// <summary>The series of a measurement, by its name or alias (canonical).</summary>
    public Series? Find(string measurement) =>
        _series.TryGetValue(measurement, out var series) || _aliases.TryGetValue(measurement, out series) ? series : null;

    /// <summary>Time of the oldest point that is not expired, in the server's precision.</summary>
    public long OldestVisibleTime() => ttl.OldestVisibleTime(Path, Nodes);

    public void Add(Series series)
    {
        _series.Add(series.Measurement, series);
        if (series.Alias is { } alias)
        {
            // Series created at once may share an alias; the last one answers to it.
            _aliases[alias] = series;
        }

        _ordered = null;
        node.ForgetOrder();
    }

    public void Remove(Series series)
    {
        _series.Remove(series.Measurement);
        if (series.Alias is { } alias)
        {
            _aliases.Remove(alias);
        }

        _ordered = null;
        node.ForgetOrder();
    }

    /// <summary>Gives a series another alias, or none.</summary>
    public void Rename(Series series, string? alias)
    {
        if (series.Alias is { } old)
        {
            _aliases.Remove(old);
        }

        series.Alias = alias;
        if (alias is not null)
        {
            _aliases.Add(alias, series);
        }
    }
}
