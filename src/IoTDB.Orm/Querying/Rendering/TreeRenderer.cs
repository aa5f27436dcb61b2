using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>Writes queries in the tree dialect, in forms recorded to work only. Source: sql.md section 0 and 8.</summary>
/// <remarks>
/// Conditions are bracketed, columns stand left, times are integers, measurements are named one by one. One device is read aligned by
/// time; several by ALIGN BY DEVICE, where a condition looks at each device by itself.
/// </remarks>
internal static class TreeRenderer
{
    /// <summary>Rows with the cells of these measurements.</summary>
    internal static Statement Rows(QuerySpec spec, IEnumerable<string> measurements, StatementContext context)
    {
        Interval bounds = spec.Bound.Resolve(context.Scale, context.Now);
        if (HasNoRows(spec, bounds) || context.Target.IsEmpty)
        {
            return Statement.Nothing;
        }

        var writer = new SqlWriter(SqlDialect.Tree, context.Scale);
        writer.Raw("SELECT ");
        string separator = "";
        foreach (string measurement in measurements)
        {
            writer.Raw(separator).Identifier(measurement);
            separator = ", ";
        }

        writer.Raw(" FROM ");
        TreePaths.Write(writer, context.Target);
        TreeConditions.Where(writer, bounds, spec.Filter);
        Order(writer, spec);
        Page(writer, spec);
        AlignByDevice(writer, spec);
        return new Statement(writer.ToString(), bounds);
    }

    /// <summary>How many rows each device has; skipping and taking is for whoever adds them up.</summary>
    /// <remarks>COUNT_TIME(*) counts a row once however many of its cells have a value; it must be the only item.</remarks>
    internal static Statement Count(QuerySpec spec, StatementContext context)
    {
        Interval bounds = spec.Bound.Resolve(context.Scale, context.Now);
        if (HasNoRows(spec, bounds) || context.Target.IsEmpty)
        {
            return Statement.Nothing;
        }

        var writer = new SqlWriter(SqlDialect.Tree, context.Scale);
        writer.Raw("SELECT count_time(*) FROM ");
        TreePaths.Write(writer, context.Target);
        TreeConditions.Where(writer, bounds, spec.Filter);
        AlignByDevice(writer, spec);
        return new Statement(writer.ToString(), bounds);
    }

    /// <summary>Removes the data of a range; null where the range holds no instant, which the server refuses, or nothing fits.</summary>
    internal static string? Delete(TimeRange range, StatementContext context)
    {
        Interval bounds = new TimeBound(range, null).Resolve(context.Scale, context.Now);
        if (bounds.IsEmpty || context.Target.IsEmpty)
        {
            return null;
        }

        // A path in DELETE names series: without the star it would be a series called like the device, and nothing would happen.
        var writer = new SqlWriter(SqlDialect.Tree, context.Scale);
        writer.Raw("DELETE FROM ");
        TreePaths.Write(writer, context.Target, suffix: ".*");
        TreeConditions.Delete(writer, bounds);
        return writer.ToString();
    }

    private static bool HasNoRows(QuerySpec spec, Interval bounds) =>
        bounds.IsEmpty || spec.Filter == ConstantFilter.False || spec.Take == 0;

    internal static void AlignByDevice(SqlWriter writer, QuerySpec spec) => writer.Raw(spec.Target.IsSingle ? "" : " ALIGN BY DEVICE");

    private static void Order(SqlWriter writer, QuerySpec spec)
    {
        string separator = " ORDER BY ";
        bool byTime = false;
        foreach (Sort sort in spec.Order)
        {
            writer.Raw(separator);
            separator = ", ";
            byTime |= sort.Column is null;
            _ = sort.Column is null ? writer.Raw("time") : writer.Identifier(sort.Column.Name);
            writer.Raw(sort.Descending ? " DESC" : "");
        }

        // Equal values come in an order the server does not promise.
        if (!spec.Order.IsEmpty)
        {
            writer.Raw(byTime ? "" : ", time").Raw(spec.Target.IsSingle ? "" : ", device");
        }
    }

    private static void Page(SqlWriter writer, QuerySpec spec)
    {
        if (spec.Take is { } take)
        {
            writer.Raw(" LIMIT ").Number(take);
        }

        if (spec.Skip > 0)
        {
            writer.Raw(" OFFSET ").Number(spec.Skip);
        }
    }
}
