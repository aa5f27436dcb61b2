using IoTDB.Wire.Types;

namespace IoTDB.Orm.Schema;

/// <summary>Compares one timeseries with one measurement of a class.</summary>
internal static class SeriesComparison
{
    /// <summary>Reports every difference; a setting the class leaves open is none.</summary>
    public static void Append(EntitySchema entity, MeasurementModel wanted, in LiveSeries found, Action<SchemaDifference> report)
    {
        string device = found.Device;
        if (found.IsView)
        {
            report(Difference(SchemaDifferenceKind.SeriesIsView, SchemaCategory.Undecidable, "timeseries", "view"));
            return;
        }

        string type = ServerWords.Of(wanted.DataType);
        if (found.DataType != type)
        {
            SchemaCategory category = TypeWidening.Allows(found.DataType, wanted.DataType) ? SchemaCategory.Widening : SchemaCategory.Rewrite;
            report(Difference(SchemaDifferenceKind.DataType, category, type, found.DataType));
        }

        CompareWord(SchemaDifferenceKind.Encoding, wanted.Encoding is { } encoding ? ServerWords.Of(encoding) : null, found.Encoding);
        CompareWord(SchemaDifferenceKind.Compression, wanted.Compression is { } compression ? ServerWords.Of(compression) : null, found.Compression);
        CompareWord(SchemaDifferenceKind.Alias, wanted.Alias, found.Alias);
        CompareMap(SchemaDifferenceKind.Tag, wanted.Tags, found.Tags);
        CompareMap(SchemaDifferenceKind.Attribute, wanted.Attributes, found.Attributes);

        void CompareWord(SchemaDifferenceKind kind, string? expected, string? actual)
        {
            if (expected is not null && expected != actual)
            {
                report(Difference(kind, SchemaCategory.Metadata, expected, actual));
            }
        }

        void CompareMap(SchemaDifferenceKind kind, IReadOnlyDictionary<string, string> expected, string? printed)
        {
            foreach ((string key, string value) in expected.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            {
                string? actual = PrintedMap.Find(printed, key);
                if (actual != value)
                {
                    report(Difference(kind, SchemaCategory.Metadata, $"{key}={value}", actual is null ? null : $"{key}={actual}"));
                }
            }
        }

        SchemaDifference Difference(SchemaDifferenceKind kind, SchemaCategory category, string expected, string? actual) =>
            new(kind, category, entity.Name, device, wanted.Name, expected, actual);
    }
}
