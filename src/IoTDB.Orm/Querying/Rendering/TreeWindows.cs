using System.Globalization;
using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>Writes window queries in the tree dialect.</summary>
internal static class TreeWindows
{
    internal static Statement Render(QuerySpec spec, WindowSpec window, ReadOnlySpan<AggregateItem> items, StatementContext context)
    {
        Interval bounds = spec.Bound.Resolve(context.Scale, context.Now);
        if (bounds.IsEmpty || context.Target.IsEmpty || WindowSpan.Of(window, bounds, context) is not { } span)
        {
            return Statement.Nothing;
        }

        var writer = new SqlWriter(SqlDialect.Tree, context.Scale);
        writer.Raw("SELECT ");
        for (int i = 0; i < items.Length; i++)
        {
            writer.Raw(i == 0 ? "" : ", ").Raw(AggregateFunctions.NameOf(items[i].Function)).Raw("(").Identifier(items[i].Column.Name)
                .Raw(") AS ").Raw(Alias(i));
        }

        writer.Raw(" FROM ");
        TreePaths.Write(writer, context.Target);

        Condition(writer, spec.Filter, span, bounds);
        writer.Raw(" GROUP BY ([").Time(span.Start).Raw(", ").Time(span.End).Raw("), ").Raw(Duration(span.Length, context.Scale)).Raw(")");
        if (window.FillsPrevious && spec.Target.IsSingle)
        {
            writer.Raw(" FILL(PREVIOUS");
            if (window.FillsWithin is { } distance)
            {
                writer.Raw(", ").Raw(Duration(context.Scale.FromTimeSpan(distance), context.Scale));
            }

            writer.Raw(")");
        }

        TreeRenderer.AlignByDevice(writer, spec);
        return new Statement(writer.ToString(), new Interval(span.Start, span.End - 1));
    }

    /// <summary>The windows bound the time themselves, unless the first one starts before it.</summary>
    private static void Condition(SqlWriter writer, Filter filter, WindowSpan span, Interval bounds)
    {
        if (filter == ConstantFilter.False)
        {
            // No row can match, but the windows are there nevertheless: a time before all of them says so in a form the server takes.
            TreeConditions.Where(writer, new Interval(long.MinValue, span.Start - 1), ConstantFilter.True);
            return;
        }

        long first = span.Start < bounds.First ? bounds.First : long.MinValue;
        TreeConditions.Where(writer, new Interval(first, long.MaxValue), filter);
    }

    /// <summary>The name of an item in the answer, whatever the devices.</summary>
    internal static string Alias(int item) => "v" + item.ToString(CultureInfo.InvariantCulture);

    /// <summary>A length in the server's own unit, so that nothing is converted twice.</summary>
    private static string Duration(long length, TimeScale scale) => length.ToString(CultureInfo.InvariantCulture) + scale;
}
