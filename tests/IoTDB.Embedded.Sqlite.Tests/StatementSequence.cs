using System.Globalization;
using System.Text;

namespace IoTDB.Embedded.Sqlite.Tests;

/// <summary>Statements of every kind that changes something, over so few names that they get into each other's way.</summary>
internal sealed class StatementSequence(int seed)
{
    private static readonly string[] s_devices = ["root.a.d1", "root.a.d2", "root.a.d1.e", "root.b.d1", "root.b.`d-2`", "root.c.x.d"];
    private static readonly string[] s_measurements = ["s1", "s2", "s3", "`m-4`", "x"];
    private static readonly string[] s_types = ["BOOLEAN", "INT32", "INT64", "FLOAT", "DOUBLE", "TEXT", "STRING", "BLOB", "DATE", "TIMESTAMP"];
    private readonly Random _random = new(seed);

    public IEnumerable<string> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Next();
        }
    }

    private string Next() => _random.Next(40) switch
    {
        0 => $"CREATE DATABASE {Database()}",
        1 => $"CREATE DATABASE {Database()} WITH TIME_PARTITION_INTERVAL={_random.Next(1, 9)}000, DATA_REGION_GROUP_NUM={_random.Next(1, 4)}",
        2 => $"ALTER DATABASE {Database()} WITH SCHEMA_REGION_GROUP_NUM={_random.Next(1, 4)}",
        3 => $"DELETE DATABASE {Database()}",
        4 or 5 => $"CREATE TIMESERIES {Device()}.{Measurement()} WITH DATATYPE={Type()}, ENCODING=PLAIN TAGS('k'='{_random.Next(3)}') ATTRIBUTES('a'='{_random.Next(3)}')",
        6 => $"CREATE TIMESERIES {Device()}.{Measurement()}(al{_random.Next(3)}) {Type()}",
        7 => $"CREATE ALIGNED TIMESERIES {Device()}(s1 {Type()}, s2 {Type()})",
        8 => $"ALTER TIMESERIES {Device()}.{Measurement()} UPSERT ALIAS=al{_random.Next(3)} TAGS('k'='{_random.Next(3)}', 'l'='it''s')",
        9 => $"ALTER TIMESERIES {Device()}.{Measurement()} RENAME 'k' TO 'k{_random.Next(2)}'",
        10 => $"ALTER TIMESERIES {Device()}.{Measurement()} DROP 'k', 'a'",
        11 => $"ALTER TIMESERIES {Device()}.{Measurement()} ADD ATTRIBUTES 'b'='{_random.Next(3)}'",
        12 => $"DELETE TIMESERIES {Device()}.{Measurement()}",
        13 => $"DELETE TIMESERIES {Database()}.**",
        14 => $"SET TTL TO {Target()} {_random.NextInt64(1, 3) * 10_000_000_000_000}",
        15 => $"UNSET TTL TO {Target()}",
        16 => $"CREATE DEVICE TEMPLATE t{_random.Next(2)} {(_random.Next(2) == 0 ? "ALIGNED " : "")}(s1 {Type()}, x {Type()} ENCODING=PLAIN)",
        17 => $"SET DEVICE TEMPLATE t{_random.Next(2)} TO {(_random.Next(2) == 0 ? Database() : Device())}",
        18 => $"UNSET DEVICE TEMPLATE t{_random.Next(2)} FROM {(_random.Next(2) == 0 ? Database() : Device())}",
        19 => $"DROP DEVICE TEMPLATE t{_random.Next(2)}",
        20 => $"CREATE TIMESERIES USING DEVICE TEMPLATE ON {Device()}",
        21 => $"DEACTIVATE DEVICE TEMPLATE FROM {Device()}",
        22 => $"ALTER DEVICE TEMPLATE t{_random.Next(2)} ADD ({Measurement()} {Type()})",
        23 => $"DELETE FROM {Device()}.{Measurement()} WHERE time >= {_random.Next(60)} AND time <= {_random.Next(60)}",
        24 => $"DELETE FROM {Database()}.** WHERE time < {_random.Next(40)}",
        25 => $"DELETE FROM {Device()}.{Measurement()}",
        26 => $"SELECT s1, s2 INTO {Device()}(s1, s2) FROM {Device()}",
        27 => $"CREATE USER user{_random.Next(3)} 'password{_random.Next(3)}'",
        28 => $"ALTER USER user{_random.Next(3)} SET PASSWORD 'password{_random.Next(3)}'",
        29 => $"DROP USER user{_random.Next(3)}",
        _ => Insert(),
    };

    private string Insert()
    {
        string[] measurements = [.. s_measurements.Where(_ => _random.Next(2) == 0)];
        if (measurements.Length == 0)
        {
            measurements = ["s1"];
        }

        // Seldom many rows, so that rows of storage of all sizes meet; times overlap and come in any order.
        var rows = _random.Next(8) == 0 ? _random.Next(400, 1500) : _random.Next(1, 6);
        var text = new StringBuilder($"INSERT INTO {Device()}(time, {string.Join(", ", measurements)}) {(_random.Next(4) == 0 ? "ALIGNED " : "")}VALUES ");
        var time = _random.Next(50);
        for (var row = 0; row < rows; row++)
        {
            time += rows > 6 ? 1 : _random.Next(-20, 25);
            text.Append(row == 0 ? "(" : ", (").Append(CultureInfo.InvariantCulture, $"{time}");
            foreach (var _ in measurements)
            {
                text.Append(", ").Append(Value());
            }

            text.Append(')');
        }

        return text.ToString();
    }

    private string Value() => _random.Next(6) switch
    {
        0 => "null",
        1 => _random.Next(2) == 0 ? "true" : "false",
        2 => $"'text {_random.Next(100)} ü'",
        3 => _random.NextDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => _random.Next(-100, 100).ToString(CultureInfo.InvariantCulture),
    };

    private string Database() => "root." + "abc"[_random.Next(3)];

    private string Device() => s_devices[_random.Next(s_devices.Length)];

    private string Measurement() => s_measurements[_random.Next(s_measurements.Length)];

    private string Type() => s_types[_random.Next(s_types.Length)];

    private string Target() => _random.Next(3) switch { 0 => Database(), 1 => Device(), _ => Database() + ".**" };
}
