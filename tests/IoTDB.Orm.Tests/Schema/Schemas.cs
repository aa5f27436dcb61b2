using IoTDB.Orm.Schema;

namespace IoTDB.Orm.Tests.Schema;

/// <summary>Short ways to write schemas of classes in tests.</summary>
internal static class Schemas
{
    private static readonly Dictionary<string, string> s_none = [];

    public static MeasurementModel Series(
        string name,
        TsDataType type = TsDataType.Double,
        TsEncoding? encoding = null,
        TsCompression? compression = null,
        string? alias = null,
        IReadOnlyDictionary<string, string>? tags = null,
        IReadOnlyDictionary<string, string>? attributes = null) =>
        new(name, name, type, encoding, compression, alias, tags ?? s_none, attributes ?? s_none, IsNullable: true);

    public static EntitySchema Entity(string name, string wildcard, params MeasurementModel[] series) =>
        new(name, wildcard, DatabaseOf(wildcard), series, fingerprint: string.Join(',', series.Select(s => s.Name + s.DataType)));

    public static SchemaModel Model(params EntitySchema[] entities) => SchemaModel.Of(entities);

    private static string? DatabaseOf(string wildcard)
    {
        string level = wildcard.Split('.')[1];
        return level == "*" ? null : "root." + level;
    }
}
