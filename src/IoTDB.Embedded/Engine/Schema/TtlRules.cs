using IoTDB.Embedded.Engine.Durability;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>How long points live: rules by path or by prefix ending in <c>**</c>; the most specific one holds.</summary>
internal sealed class TtlRules(ServerClock clock, ChangeLog? changes = null)
{
    private const string Everything = "root.**";
    private Dictionary<string, long?>? _rules; // made when first asked for: most servers never have one

    /// <summary>All rules; null = for ever.</summary>
    public IReadOnlyDictionary<string, long?> All => Rules;

    private Dictionary<string, long?> Rules => _rules ??= new(StringComparer.Ordinal) { [Everything] = null };

    /// <summary>Adds or changes a rule.</summary>
    /// <param name="path">A path without wildcards, or one that ends in <c>**</c>.</param>
    /// <param name="milliseconds">Null = for ever.</param>
    public void Set(string path, long? milliseconds)
    {
        Rules[path] = milliseconds;
        changes?.Add(new Change.TtlSet(path, milliseconds));
    }

    /// <summary>Takes a rule away; the one of everything falls back to for ever.</summary>
    /// <returns>False if there was none.</returns>
    public bool Remove(string path)
    {
        if (path == Everything)
        {
            Rules[Everything] = null;
        }
        else if (!Rules.Remove(path))
        {
            // A node on the way to another rule may be named, too.
            return Rules.Keys.Any(rule => rule.StartsWith(path + ".", StringComparison.Ordinal));
        }

        changes?.Add(new Change.TtlUnset(path));
        return true;
    }

    /// <summary>Milliseconds that points of a device live; null = for ever.</summary>
    public long? Resolve(string path, IReadOnlyList<string> nodes)
    {
        if (_rules is null)
        {
            return null;
        }

        if (_rules.Count == 1)
        {
            return _rules[Everything];
        }

        if (_rules.TryGetValue(path, out var exact))
        {
            return exact;
        }

        var prefix = path;
        for (var i = nodes.Count - 1; i >= 1; i--)
        {
            prefix = prefix[..(prefix.Length - nodes[i].Length - 1)];
            if (_rules.TryGetValue(prefix + ".**", out var milliseconds))
            {
                return milliseconds;
            }
        }

        return null;
    }

    /// <summary>Time of the oldest point of a device that is not expired, in the server's precision.</summary>
    public long OldestVisibleTime(string path, IReadOnlyList<string> nodes) =>
        Resolve(path, nodes) is { } milliseconds ? clock.Now() - clock.FromMilliseconds(milliseconds) : long.MinValue;
}
