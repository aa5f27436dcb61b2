using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Engine.Schema;

/// <content>Looking up by pattern, in the order the server lists.</content>
internal sealed partial class Catalog
{
    /// <summary>Devices whose path fits.</summary>
    public IEnumerable<Device> MatchDevices(TreePath pattern) =>
        MatchNodes(pattern.Nodes).Select(node => node.Device).OfType<Device>();

    /// <summary>Databases whose path fits.</summary>
    public IEnumerable<Database> MatchDatabases(TreePath pattern) =>
        MatchNodes(pattern.Nodes).Select(node => node.Database).OfType<Database>();

    /// <summary>Series whose path fits; an alias fits as well as the name.</summary>
    public IEnumerable<Series> MatchSeries(TreePath pattern)
    {
        if (pattern.HasWildcard)
        {
            return Match(pattern.Nodes).Select(entry => entry.Series).OfType<Series>();
        }

        return FindSeries(pattern.Nodes) is { } single ? [single] : [];
    }

    /// <summary>Nodes (without series) whose path fits, each once, parents before children.</summary>
    public IEnumerable<CatalogNode> MatchNodes(IReadOnlyList<string> nodes) =>
        Match(nodes).Select(entry => entry.Node).OfType<CatalogNode>();

    private IEnumerable<NodeEntry> Match(IReadOnlyList<string> nodes)
    {
        var matcher = new PatternMatcher(nodes);
        var places = matcher.Step(PatternMatcher.Start, _root.Name);
        if (matcher.IsMatch(places))
        {
            yield return new NodeEntry(_root, null);
        }

        foreach (var entry in MatchBelow(_root, matcher, places))
        {
            yield return entry;
        }
    }

    private static IEnumerable<NodeEntry> MatchBelow(CatalogNode node, PatternMatcher matcher, ulong places)
    {
        // One name can fit: no need to look at all children.
        if (matcher.NextName(places) is { } name)
        {
            var next = matcher.Step(places, name);
            if (matcher.IsMatch(next) && node.Device?.Find(name) is { } series)
            {
                yield return new NodeEntry(null, series);
            }

            if (node.Find(name) is { } child)
            {
                foreach (var found in MatchAt(child, matcher, next))
                {
                    yield return found;
                }
            }

            yield break;
        }

        if (places == PatternMatcher.Nowhere)
        {
            yield break;
        }

        foreach (var entry in node.Entries)
        {
            var next = matcher.Step(places, entry.Name);
            if (entry.Node is { } child)
            {
                foreach (var found in MatchAt(child, matcher, next))
                {
                    yield return found;
                }
            }
            else if (matcher.IsMatch(next) || (entry.Series!.Alias is { } alias && matcher.IsMatch(matcher.Step(places, alias))))
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<NodeEntry> MatchAt(CatalogNode node, PatternMatcher matcher, ulong places)
    {
        if (matcher.IsMatch(places))
        {
            yield return new NodeEntry(node, null);
        }

        foreach (var found in MatchBelow(node, matcher, places))
        {
            yield return found;
        }
    }

    private static IEnumerable<Device> DevicesBelow(CatalogNode node)
    {
        if (node.Device is { } device)
        {
            yield return device;
        }

        foreach (var below in node.Children.SelectMany(DevicesBelow))
        {
            yield return below;
        }
    }
}
