using IoTDB.Client;
using IoTDB.Wire.Types;

namespace IoTDB.Orm.Schema;

/// <summary>Statements of the schema, only in forms that are recorded to work. Source: SQL reference 3.1, 3.3 and 3.5.</summary>
internal static class SchemaSql
{
    /// <summary>All databases; few.</summary>
    public const string ShowDatabases = "SHOW DATABASES root.**";

    public static string CreateDatabase(string path) =>
        Writer().Raw("CREATE DATABASE ").Path(DevicePath.FromCanonical(path)).ToString();

    /// <summary>The devices of a pattern, with their alignment and template.</summary>
    public static string ShowDevices(string pattern) => AppendPattern(Writer().Raw("SHOW DEVICES "), pattern).ToString();

    /// <summary>The timeseries of all devices of a pattern.</summary>
    public static string ShowTimeseries(string pattern) => AppendPattern(Writer().Raw("SHOW TIMESERIES "), pattern).Raw(".*").ToString();

    /// <summary>One statement for one device; a setting the class leaves open is left to the server.</summary>
    public static string CreateAlignedTimeseries(string device, IReadOnlyList<MeasurementModel> measurements)
    {
        SqlWriter sql = Writer().Raw("CREATE ALIGNED TIMESERIES ").Path(DevicePath.FromCanonical(device)).Raw("(");
        for (int i = 0; i < measurements.Count; i++)
        {
            Append(sql.Raw(i == 0 ? "" : ", "), measurements[i]);
        }

        return sql.Raw(")").ToString();
    }

    private static SqlWriter Writer() => new(SqlDialect.Tree, default);

    private static SqlWriter AppendPattern(SqlWriter sql, string pattern)
    {
        string[] nodes = PathParser.Split(pattern);
        sql.Raw("root");
        foreach (string node in nodes.AsSpan(1))
        {
            _ = node == PathText.Any ? sql.Raw(".*") : sql.Raw(".").Node(node);
        }

        return sql;
    }

    private static void Append(SqlWriter sql, MeasurementModel measurement)
    {
        sql.Identifier(measurement.Name);
        if (measurement.Alias is { } alias)
        {
            sql.Raw("(").Identifier(alias).Raw(")");
        }

        sql.Raw(" ").Raw(ServerWords.Of(measurement.DataType));
        if (measurement.Encoding is { } encoding)
        {
            sql.Raw(" ENCODING=").Raw(ServerWords.Of(encoding));
        }

        if (measurement.Compression is { } compression)
        {
            sql.Raw(" COMPRESSOR=").Raw(ServerWords.Of(compression));
        }

        AppendMap(sql, " TAGS(", measurement.Tags);
        AppendMap(sql, " ATTRIBUTES(", measurement.Attributes);
    }

    private static void AppendMap(SqlWriter sql, string open, IReadOnlyDictionary<string, string> map)
    {
        if (map.Count == 0)
        {
            return;
        }

        sql.Raw(open);
        bool first = true;
        foreach ((string key, string value) in map.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            sql.Raw(first ? "" : ", ").Text(key).Raw("=").Text(value);
            first = false;
        }

        sql.Raw(")");
    }
}
