using System.Globalization;
using System.Text.RegularExpressions;
using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Planning;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Writing;

/// <summary>Finds the target series of each column of SELECT INTO. Source: sql.md section 5.10.</summary>
internal static partial class IntoTargets
{
    private const string Copy = "::";
    private const string NoSource = "select into: the correspondence between the placeholder and the raw time series could not be established.";
    private const string Counts = "select into: the number of source columns and the number of target paths should be the same.";

    /// <summary>A target for every column of a query aligned by time.</summary>
    public static List<IntoSeries> ByTime(IntoClause into, IReadOnlyList<OutputColumn> columns)
    {
        TreePath?[] sources = [.. columns.Select(Source)];
        bool hasPlaceholder = into.Targets.Any(target => HasPlaceholder(target.Device) || target.Measurements.Any(IsPlaceholder));
        if (!hasPlaceholder)
        {
            List<IntoSeries> plain = [.. into.Targets.SelectMany(target =>
                target.Measurements.Select(measurement => new IntoSeries(target.Device, measurement, target.IsAligned)))];
            return plain.Count == columns.Count ? plain : SqlErrors.Semantic<List<IntoSeries>>(Counts);
        }

        IntoTarget[] targets = Spread(into, columns.Count);
        return [.. columns.Select((_, index) =>
        {
            if (sources[index] is not { } source)
            {
                return SqlErrors.Semantic<IntoSeries>(NoSource);
            }

            IntoTarget target = targets[index];
            return new IntoSeries(Device(target.Device, source.Parent), Measurement(target.Measurements[0], source), target.IsAligned);
        })];
    }

    // A target of one measurement for every column: one with a placeholder for the measurement serves all columns if it is alone, and else one.
    private static IntoTarget[] Spread(IntoClause into, int columns)
    {
        bool isSingle = into.Targets.Length == 1;
        bool copiesMeasurements = into.Targets.Any(target => target.Measurements.Any(IsPlaceholder));
        if (!isSingle && into.Targets.Any(target => HasPlaceholder(target.Device) && target.Measurements.Any(IsPlaceholder)))
        {
            SqlErrors.Semantic(NoSource);
        }

        if (copiesMeasurements && (into.Targets.Any(target => target.Measurements.Length != 1) || (!isSingle && into.Targets.Length != columns)))
        {
            SqlErrors.Semantic(NoSource);
        }

        IntoTarget[] targets = copiesMeasurements && isSingle
            ? [.. Enumerable.Repeat(into.Targets[0], columns)]
            : [.. into.Targets.SelectMany(target => target.Measurements.Select(measurement => target with { Measurements = [measurement] }))];
        return targets.Length == columns ? targets : SqlErrors.Semantic<IntoTarget[]>(Counts);
    }

    /// <summary>A target for every column of one device of a query aligned by device.</summary>
    public static List<IntoSeries> ByDevice(IntoClause into, int deviceIndex, int devices, TreePath device, IReadOnlyList<OutputColumn> columns)
    {
        bool copiesDevice = into.Targets.Any(target => HasPlaceholder(target.Device));
        if (copiesDevice ? into.Targets.Length != 1 : into.Targets.Length != devices)
        {
            SqlErrors.Semantic(copiesDevice ? NoSource : "select into: the number of source devices and the number of into items should be the same.");
        }

        IntoTarget target = into.Targets[copiesDevice ? 0 : deviceIndex];
        bool copiesMeasurements = target.Measurements.Any(IsPlaceholder);
        if (copiesMeasurements ? target.Measurements.Length != 1 : target.Measurements.Length != columns.Count)
        {
            SqlErrors.Semantic(copiesMeasurements ? NoSource : Counts);
        }

        TreePath targetDevice = copiesDevice ? Device(target.Device, device) : target.Device;
        return [.. columns.Select((column, index) =>
        {
            if (!copiesMeasurements)
            {
                return new IntoSeries(targetDevice, target.Measurements[index], target.IsAligned);
            }

            return column.Expression is PathExpression { Path: var source }
                ? new IntoSeries(
                    targetDevice,
                    Measurement(target.Measurements[0], column.IsAlias ? device.Append(NodeName.FromText(column.Name)) : device.Concat(source)),
                    target.IsAligned)
                : SqlErrors.Semantic<IntoSeries>(NoSource);
        })];
    }

    // The path a column comes from; where the column has an alias the server reads that as the path instead.
    private static TreePath? Source(OutputColumn column)
    {
        if (column.Expression is not PathExpression { Path: var source } || !column.IsAlias)
        {
            return (column.Expression as PathExpression)?.Path;
        }

        try
        {
            TreePath named = new(PathText.Split(column.Name));
            return named.Nodes.Any(NodeName.IsTime) ? IllegalAlias(column.Name, source) : named;
        }
        catch (StatusException)
        {
            return IllegalAlias(column.Name, source);
        }
    }

    private static TreePath IllegalAlias(string alias, TreePath source) =>
        SqlErrors.Semantic<TreePath>($"View path {alias} of source column {source} is illegal path");

    private static bool HasPlaceholder(TreePath device) => device.Nodes.Any(IsPlaceholder);

    private static bool IsPlaceholder(string node) => node == Copy || (!NodeName.IsQuoted(node) && Level().IsMatch(node));

    // "::" takes the rest of the source from its own place on.
    private static TreePath Device(TreePath template, TreePath source)
    {
        List<string> nodes = [];
        for (int index = 0; index < template.Length; index++)
        {
            if (template.Nodes[index] != Copy)
            {
                nodes.Add(Fill(template.Nodes[index], source));
                continue;
            }

            if (index != template.Length - 1)
            {
                SqlErrors.Semantic("select into: placeholder `::` can only be used at the end of the path.");
            }

            nodes.AddRange(source.Nodes.Skip(index));
        }

        return new TreePath(nodes);
    }

    private static string Measurement(string template, TreePath source) => template == Copy ? source.Last : Fill(template, source);

    private static string Fill(string template, TreePath source)
    {
        if (NodeName.IsQuoted(template))
        {
            return template;
        }

        string filled = Replace(template, source);
        bool isWhole = Level().Match(template).Length == template.Length;
        return isWhole || !filled.Contains('`', StringComparison.Ordinal)
            ? filled
            : SqlErrors.Semantic<string>(
                $"{filled} is illegal, unquoted node name can only consist of digits, characters and underscore, or start or end with wildcard");
    }

    private static string Replace(string template, TreePath source) => Level().Replace(template, match =>
    {
        bool inside = int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int level) && level > 0 && level < source.Length;
        return inside ? source.Nodes[level] : SqlErrors.Semantic<string>("select into: the `i` of ${i} should be greater than 0 and equal to or less than the length of queried path prefix.");
    });

    [GeneratedRegex(@"\$\{(\d+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Level();
}
