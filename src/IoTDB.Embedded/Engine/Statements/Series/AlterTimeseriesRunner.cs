using System.Collections.Immutable;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class AlterTimeseriesRunner : StatementRunner<AlterTimeseriesStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(AlterTimeseriesStatement statement, StatementContext context)
    {
        if (context.Catalog.FindSeries(statement.Path.Nodes) is not { } series)
        {
            // Without a device there the server does not know where to look at all.
            throw context.Catalog.FindNode(statement.Path.Nodes) is null || context.Catalog.FindNode(statement.Path.Parent.Nodes)?.Device is null
                ? new StatusException(StatusCode.PathNotExist, $"Path [{statement.Path}] does not exist")
                : new StatusException(StatusCode.MetadataError, $"MNode [{statement.Path}] is not a MeasurementMNode.");
        }

        if (series.IsFromTemplate)
        {
            throw new StatusException(
                StatusCode.TemplateIncompatible,
                $"Cannot alter template timeseries [{series.FullPath}] since device template [{series.Device.Template!.Name}] already set on path "
                + $"[{context.Catalog.PlaceOfTemplateFor(series.Device.Nodes)}].");
        }

        switch (statement.Alteration)
        {
            case SeriesAlteration.Rename rename:
                Rename(series, rename);
                break;
            case SeriesAlteration.Set set:
                Set(series, set.Values);
                break;
            case SeriesAlteration.Drop drop:
                foreach (var key in drop.Keys)
                {
                    _ = series.Tags.Remove(key) || series.Attributes.Remove(key);
                }

                break;
            case SeriesAlteration.AddTags add:
                Add(series, series.Tags, add.Values, "tag");
                break;
            case SeriesAlteration.AddAttributes add:
                Add(series, series.Attributes, add.Values, "attribute");
                break;
            case SeriesAlteration.Upsert upsert:
                Upsert(series, upsert);
                break;
        }

        context.Catalog.Kept(series);
        return null;
    }

    private static void Rename(Series series, SeriesAlteration.Rename rename)
    {
        var map = MapOf(series, rename.From);
        if (series.Tags.ContainsKey(rename.To) || series.Attributes.ContainsKey(rename.To))
        {
            throw new StatusException(
                StatusCode.MetadataError, $"TimeSeries [{series.FullPath}] already has a tag/attribute named [{rename.To}].");
        }

        var value = map[rename.From];
        map.Remove(rename.From);
        map[rename.To] = value;
    }

    private static void Set(Series series, ImmutableArray<KeyValuePair<string, string>> values)
    {
        foreach (var (key, _) in values)
        {
            MapOf(series, key);
        }

        foreach (var (key, value) in values)
        {
            MapOf(series, key)[key] = value;
        }
    }

    private static void Add(Series series, OrderedDictionary<string, string> map, ImmutableArray<KeyValuePair<string, string>> values, string kind)
    {
        foreach (var (key, _) in values)
        {
            // The server looks at one kind only, so a key may come to be a tag and an attribute.
            if (map.ContainsKey(key))
            {
                throw new StatusException(StatusCode.MetadataError, $"TimeSeries [{series.FullPath}] already has the {kind} [{key}].");
            }
        }

        foreach (var (key, value) in values)
        {
            map[key] = value;
        }
    }

    private static void Upsert(Series series, SeriesAlteration.Upsert upsert)
    {
        if (upsert.Alias is { } alias && alias != series.Alias)
        {
            if (series.Device.Find(alias) is { } other)
            {
                throw new StatusException(
                    StatusCode.MetadataError,
                    $"The alias is duplicated with the name or alias of other measurement, alias: {alias}, fullPath: {series.FullPath}, otherMeasurement: {other.FullPath}");
            }

            series.Device.Rename(series, alias);
        }

        foreach (var (key, value) in upsert.Tags ?? [])
        {
            series.Tags[key] = value;
        }

        foreach (var (key, value) in upsert.Attributes ?? [])
        {
            series.Attributes[key] = value;
        }
    }

    private static OrderedDictionary<string, string> MapOf(Series series, string key) =>
        series.Tags.ContainsKey(key) ? series.Tags
        : series.Attributes.ContainsKey(key) ? series.Attributes
        : throw new StatusException(StatusCode.MetadataError, $"TimeSeries [{series.FullPath}] does not have tag/attribute [{key}].");
}
