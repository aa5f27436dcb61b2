using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Engine.Schema;
using Microsoft.Data.Sqlite;

namespace IoTDB.Embedded.Sqlite;

/// <summary>Everything but points, as rows: one a thing.</summary>
internal sealed class CatalogRows(StorageFile file)
{
    private const string Tag = "tag";
    private const string Attribute = "attribute";
    private const string Property = "property";

    /// <summary>Writes a change that is not about points.</summary>
    public void Write(Change change)
    {
        switch (change)
        {
            case Change.DatabaseKept kept:
                file.Run(
                    "INSERT OR REPLACE INTO databases VALUES ($0, $1, $2, $3)",
                    kept.Path, kept.TimePartitionInterval, kept.SchemaRegionGroupNum, kept.DataRegionGroupNum);
                break;
            case Change.DatabaseGone gone:
                file.Run("DELETE FROM databases WHERE path = $0", gone.Path);
                break;
            case Change.DeviceKept kept:
                file.Run("INSERT OR REPLACE INTO devices VALUES ($0, $1, $2, $3)", kept.Id, kept.Path, kept.IsAligned, kept.Template);
                break;
            case Change.DeviceGone gone:
                file.Run("DELETE FROM devices WHERE id = $0", gone.Id);
                break;
            case Change.SeriesKept kept:
                WriteSeries(kept);
                break;
            case Change.SeriesGone gone:
                file.Run("DELETE FROM series WHERE id = $0", gone.Id);
                file.Run("DELETE FROM labels WHERE series = $0", gone.Id);
                break;
            case Change.TemplateKept kept:
                WriteTemplate(kept);
                break;
            case Change.TemplateGone gone:
                file.Run("DELETE FROM templates WHERE name = $0", gone.Name);
                file.Run("DELETE FROM template_measurements WHERE template = $0", gone.Name);
                break;
            case Change.TemplatePlaced { Template: { } template } placed:
                file.Run("INSERT OR REPLACE INTO template_places VALUES ($0, $1)", placed.Path, template);
                break;
            case Change.TemplatePlaced placed:
                file.Run("DELETE FROM template_places WHERE path = $0", placed.Path);
                break;
            case Change.TtlSet rule:
                file.Run("INSERT OR REPLACE INTO ttl_rules VALUES ($0, $1)", rule.Path, rule.Milliseconds);
                break;
            case Change.TtlUnset rule:
                file.Run("DELETE FROM ttl_rules WHERE path = $0", rule.Path);
                break;
            case Change.UserKept user:
                file.Run("INSERT OR REPLACE INTO users VALUES ($0, $1)", user.Name, user.PasswordHash);
                break;
            case Change.UserGone user:
                file.Run("DELETE FROM users WHERE name = $0", user.Name);
                break;
            default:
                throw new ArgumentException($"No row holds {change.GetType().Name}.", nameof(change));
        }
    }

    /// <summary>All of it, what something refers to before it.</summary>
    public IEnumerable<Change> Read() => Users()
        .Concat(Rules())
        .Concat(Databases())
        .Concat(Templates())
        .Concat(Places())
        .Concat(Devices())
        .Concat(Series());

    private IEnumerable<Change> Users() => Rows(
        "SELECT name, password_hash FROM users", row => new Change.UserKept(row.GetString(0), row.GetString(1)));

    private IEnumerable<Change> Rules() => Rows(
        "SELECT path, milliseconds FROM ttl_rules", row => new Change.TtlSet(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt64(1)));

    private IEnumerable<Change> Databases() => Rows(
        "SELECT path, time_partition_interval, schema_regions, data_regions FROM databases",
        row => new Change.DatabaseKept(row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetInt32(3)));

    private IEnumerable<Change> Templates()
    {
        var measurements = Rows(
            "SELECT template, measurement, type, encoding, compression FROM template_measurements",
            row => (Template: row.GetString(0), Schema: SchemaOf(row, 1))).ToLookup(row => row.Template, row => row.Schema, StringComparer.Ordinal);
        return Rows(
            "SELECT name, aligned FROM templates",
            row => new Change.TemplateKept(row.GetString(0), row.GetBoolean(1), [.. measurements[row.GetString(0)]]));
    }

    // They are listed in the order they were set.
    private IEnumerable<Change> Places() => Rows(
        "SELECT path, template FROM template_places ORDER BY rowid", row => new Change.TemplatePlaced(row.GetString(0), row.GetString(1)));

    private IEnumerable<Change> Devices() => Rows(
        "SELECT id, path, aligned, template FROM devices",
        row => new Change.DeviceKept(row.GetInt64(0), row.GetString(1), row.GetBoolean(2), row.IsDBNull(3) ? null : row.GetString(3)));

    private IEnumerable<Change> Series()
    {
        var labels = Rows(
            "SELECT series, kind, key, value FROM labels ORDER BY series, ordinal",
            row => (Series: row.GetInt64(0), Kind: row.GetString(1), Key: row.GetString(2), Value: row.GetString(3)))
            .ToLookup(row => (row.Series, row.Kind), row => KeyValuePair.Create(row.Key, row.Value));
        return Rows("SELECT id, device, measurement, type, encoding, compression, alias, from_template FROM series", row =>
        {
            var id = row.GetInt64(0);
            var schema = SchemaOf(row, 2) with
            {
                Alias = row.IsDBNull(6) ? null : row.GetString(6),
                Tags = new Dictionary<string, string>(labels[(id, Tag)]),
                Attributes = new Dictionary<string, string>(labels[(id, Attribute)]),
                Properties = new Dictionary<string, string>(labels[(id, Property)]),
            };
            return new Change.SeriesKept(id, row.GetInt64(1), schema, row.GetBoolean(7));
        });
    }

    private void WriteSeries(Change.SeriesKept kept)
    {
        var schema = kept.Schema;
        file.Run(
            "INSERT OR REPLACE INTO series VALUES ($0, $1, $2, $3, $4, $5, $6, $7)",
            kept.Id, kept.DeviceId, schema.Measurement, schema.DataType.ToString(), schema.Encoding.ToString(), schema.Compression.ToString(), schema.Alias, kept.IsFromTemplate);
        file.Run("DELETE FROM labels WHERE series = $0", kept.Id);
        var ordinal = 0;
        WriteLabels(kept.Id, Tag, schema.Tags, ref ordinal);
        WriteLabels(kept.Id, Attribute, schema.Attributes, ref ordinal);
        WriteLabels(kept.Id, Property, schema.Properties, ref ordinal);
    }

    private void WriteTemplate(Change.TemplateKept kept)
    {
        file.Run("INSERT OR REPLACE INTO templates VALUES ($0, $1)", kept.Name, kept.IsAligned);
        foreach (var schema in kept.Measurements)
        {
            file.Run(
                "INSERT OR REPLACE INTO template_measurements VALUES ($0, $1, $2, $3, $4)",
                kept.Name, schema.Measurement, schema.DataType.ToString(), schema.Encoding.ToString(), schema.Compression.ToString());
        }
    }

    // Their order counts: maps are shown in an order that depends on it.
    private void WriteLabels(long series, string kind, IReadOnlyDictionary<string, string> labels, ref int ordinal)
    {
        foreach (var (key, value) in labels)
        {
            file.Run("INSERT INTO labels VALUES ($0, $1, $2, $3, $4)", series, ordinal++, kind, key, value);
        }
    }

    private static SeriesSchema SchemaOf(SqliteDataReader row, int first) => new(
        row.GetString(first),
        Enum.Parse<TsDataType>(row.GetString(first + 1)),
        Enum.Parse<TsEncoding>(row.GetString(first + 2)),
        Enum.Parse<TsCompression>(row.GetString(first + 3)));

    private IEnumerable<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var rows = file.Command(sql).ExecuteReader();
        while (rows.Read())
        {
            yield return read(rows);
        }
    }
}
