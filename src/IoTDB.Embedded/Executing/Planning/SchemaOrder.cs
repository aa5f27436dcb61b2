using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>The order in which the server expands wildcards.</summary>
/// <remarks>
/// It takes the patterns of a query, but for those that others cover, from a tree of hash maps, collects what matches in another and walks that;
/// names that share a bucket come out in reverse order of their finding, because the tree is rebuilt from a stack. Source: recordings of wildcard queries.
/// </remarks>
internal static class SchemaOrder
{
    /// <summary>The nodes of each series, in that order.</summary>
    public static IEnumerable<IReadOnlyList<string>> Sort(IEnumerable<Series> matched)
    {
        Branch root = new(string.Empty);
        List<Series> series = [.. matched];
        for (int index = series.Count - 1; index >= 0; index--)
        {
            Branch branch = root;
            foreach (string node in series[index].Device.Nodes)
            {
                branch = branch.Child(node);
            }

            branch.Child(series[index].Measurement).Series = series[index];
        }

        return Walk(root);
    }

    /// <summary>The places of all series that a query's patterns match, in the one tree the server makes of them.</summary>
    public static Dictionary<string, int> Rank(Catalog catalog, IEnumerable<TreePath> patterns)
    {
        Branch tree = new(string.Empty);
        TreePath[] all = [.. patterns.Distinct()];
        TreePath[] wide = [.. all.Where(static pattern => pattern.HasWildcard)];
        foreach (TreePath pattern in all.Where(pattern => !wide.Any(other => !other.Equals(pattern) && other.Matches(pattern))))
        {
            Branch branch = tree;
            foreach (string node in pattern.Nodes)
            {
                branch = branch.Child(node);
            }

            branch.Pattern = pattern;
        }

        Dictionary<string, int> ranks = new(StringComparer.Ordinal);
        foreach (IReadOnlyList<string> nodes in Sort(Patterns(tree).SelectMany(catalog.MatchSeries).Distinct()))
        {
            ranks.TryAdd(TextOf(nodes), ranks.Count);
        }

        return ranks;
    }

    public static string TextOf(IReadOnlyList<string> nodes) => string.Join('.', nodes);

    private static IEnumerable<TreePath> Patterns(Branch branch) => branch.Pattern is { } pattern
        ? Below(branch).Prepend(pattern)
        : Below(branch);

    private static IEnumerable<TreePath> Below(Branch branch) => JavaOrder.Sort(branch.Children, static child => child.Name).SelectMany(Patterns);

    private static IEnumerable<IReadOnlyList<string>> Walk(Branch branch)
    {
        if (branch.Series is { } series)
        {
            yield return [.. series.Device.Nodes, series.Measurement];
        }

        foreach (Branch child in Ordered(branch.Children))
        {
            foreach (IReadOnlyList<string> nodes in Walk(child))
            {
                yield return nodes;
            }
        }
    }

    // A template's series come as the template lists them.
    private static Branch[] Ordered(List<Branch> children)
    {
        Template? template = children.Select(child => child.Series).FirstOrDefault(series => series is { IsFromTemplate: true })?.Device.Template;
        if (template is null)
        {
            return JavaOrder.Sort(children, static child => child.Name);
        }

        List<string> order = [.. template.Measurements.Select(schema => schema.Measurement)];
        return
        [
            .. JavaOrder.Sort([.. children.Where(child => child.Series is not { IsFromTemplate: true })], static child => child.Name),
            .. children.Where(child => child.Series is { IsFromTemplate: true }).OrderBy(child => order.IndexOf(child.Name)),
        ];
    }

    private sealed class Branch(string name)
    {
        private readonly Dictionary<string, Branch> _byName = new(StringComparer.Ordinal);

        public string Name => name;

        public List<Branch> Children { get; } = [];

        public Series? Series { get; set; }

        public TreePath? Pattern { get; set; }

        public Branch Child(string child)
        {
            if (!_byName.TryGetValue(child, out Branch? branch))
            {
                branch = new Branch(child);
                _byName.Add(child, branch);
                Children.Add(branch);
            }

            return branch;
        }
    }
}
