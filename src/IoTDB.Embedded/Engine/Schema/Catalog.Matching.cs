using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Engine.Schema;

/// <content>Looking up by pattern, in the order the server lists.</content>
internal sealed partial class Catalog
{
    /// <summary>Devices whose path fits.</summary>
    public IEnumerable<Device> MatchDevices(TreePath pattern) =>
        MatchNodes(pattern.Nodes).Select(node => node.Device).OfType<Device>();

    /// <summary>Series whose path fits; the last node of the pattern also finds an alias.</summary>
    public IEnumerable<Series> MatchSeries(TreePath pattern)
    {
        if (pattern.Length < 2)
        {
            yield break;
        }

        var last = pattern.Nodes[^1];
        if (!pattern.HasWildcard)
        {
            if (FindSeries(pattern.Nodes) is { } single)
            {
                yield return single;
            }

            yield break;
        }

        // "**" as the last node takes what hangs at any depth below, so the device part is the prefix itself or anything below it.
        string[] prefix = [.. pattern.Nodes.Take(pattern.Length - 1)];
        var devices = last == NodePattern.Many ? MatchNodes(prefix).Concat(MatchNodes([.. prefix, last])) : MatchNodes(prefix);
        var seen = new HashSet<Device>();
        foreach (var node in devices)
        {
            if (node.Device is not { } device || !seen.Add(device))
            {
                continue;
            }

            if (!NodePattern.IsWildcard(last))
            {
                if (device.Find(last) is { } named)
                {
                    yield return named;
                }

                continue;
            }

            foreach (var series in device.Series.Where(series => NodePattern.Matches(last, series.Measurement)))
            {
                yield return series;
            }
        }
    }

    /// <summary>Databases whose path fits.</summary>
    public IEnumerable<Database> MatchDatabases(TreePath pattern) =>
        MatchNodes(pattern.Nodes).Select(node => node.Database).OfType<Database>();

    /// <summary>Nodes (without series) whose path fits, each once, parents before children.</summary>
    public IEnumerable<CatalogNode> MatchNodes(IReadOnlyList<string> nodes)
    {
        if (nodes.Count == 0 || !NodePattern.Matches(nodes[0], _root.Name))
        {
            return [];
        }

        var found = MatchBelow(_root, nodes, 1);
        if (nodes[0] == NodePattern.Many)
        {
            found = found.Concat(MatchBelow(_root, nodes, 0));
        }

        return nodes.Count(node => node == NodePattern.Many) > 1 ? found.Distinct() : found;
    }

    private static IEnumerable<CatalogNode> MatchBelow(CatalogNode node, IReadOnlyList<string> nodes, int at)
    {
        if (at == nodes.Count)
        {
            yield return node;
            yield break;
        }

        if (!NodePattern.IsWildcard(nodes[at]))
        {
            if (node.Find(nodes[at]) is { } only)
            {
                foreach (var match in MatchBelow(only, nodes, at + 1))
                {
                    yield return match;
                }
            }

            yield break;
        }

        foreach (var child in node.Children.Where(child => NodePattern.Matches(nodes[at], child.Name)))
        {
            foreach (var match in MatchBelow(child, nodes, at + 1))
            {
                yield return match;
            }

            if (nodes[at] != NodePattern.Many)
            {
                continue;
            }

            foreach (var match in MatchBelow(child, nodes, at))
            {
                yield return match;
            }
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
