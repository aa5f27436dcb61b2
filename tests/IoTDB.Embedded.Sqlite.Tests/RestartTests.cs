using Shouldly;
using Xunit;
using static IoTDB.Embedded.Sqlite.Tests.StorageDirectory;

namespace IoTDB.Embedded.Sqlite.Tests;

/// <summary>What was acknowledged is there again: after a stop, and in a copy taken while the server runs.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly StorageDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(new[] { "CREATE DATABASE root.a", "CREATE DATABASE root.b", "DELETE DATABASE root.b" }, "SHOW DATABASES")]
    [InlineData(new[] { "CREATE DATABASE root.a WITH TIME_PARTITION_INTERVAL=1000", "ALTER DATABASE root.a WITH DATA_REGION_GROUP_NUM=3" }, "SHOW DATABASES DETAILS")]
    [InlineData(
        new[]
        {
            "CREATE TIMESERIES root.a.d.s WITH DATATYPE=INT32, ENCODING=RLE, COMPRESSOR=SNAPPY TAGS('t'='1', 'u'='2') ATTRIBUTES('x'='y')",
            "ALTER TIMESERIES root.a.d.s UPSERT ALIAS=other TAGS('v'='3')",
            "ALTER TIMESERIES root.a.d.s DROP u",
        },
        "SHOW TIMESERIES root.**")]
    [InlineData(new[] { "CREATE ALIGNED TIMESERIES root.a.d(x INT32, y DOUBLE)", "INSERT INTO root.a.e(time, z) VALUES (1, 1)" }, "SHOW DEVICES root.**")]
    [InlineData(new[] { "CREATE TIMESERIES root.a.d.s INT32", "CREATE TIMESERIES root.a.d.r INT32", "DELETE TIMESERIES root.a.d.s" }, "SHOW TIMESERIES root.**")]
    [InlineData(new[] { "CREATE TIMESERIES root.a.d.s INT32", "SET TTL TO root.a.d 100000", "SET TTL TO root.b.** 5", "UNSET TTL TO root.b.**" }, "SHOW ALL TTL")]
    [InlineData(
        new[]
        {
            "CREATE DEVICE TEMPLATE t1 ALIGNED (x INT32 ENCODING=RLE, y TEXT)", "CREATE DATABASE root.a", "SET DEVICE TEMPLATE t1 TO root.a",
            "CREATE TIMESERIES USING DEVICE TEMPLATE ON root.a.d1", "INSERT INTO root.a.d2(time, x) ALIGNED VALUES (1, 1)",
            "ALTER DEVICE TEMPLATE t1 ADD (z DOUBLE)",
        },
        "SHOW TIMESERIES root.**")]
    [InlineData(new[] { "INSERT INTO root.a.d(time, x, t) VALUES (3, 1.5, 'a'), (1, 2.5, 'b'), (3, 3.5, null)" }, "SELECT * FROM root.a.d")]
    [InlineData(new[] { "INSERT INTO root.a.d(time, x) VALUES (1, 1), (2, 2), (3, 3), (4, 4)", "DELETE FROM root.a.d.x WHERE time > 1 AND time < 4" }, "SELECT * FROM root.a.d")]
    [InlineData(new[] { "INSERT INTO root.a.d(time, x) VALUES (1, 1), (2, 2)", "DELETE FROM root.a.d.x", "INSERT INTO root.a.d(time, x) VALUES (2, 5)" }, "SELECT * FROM root.a.d")]
    [InlineData(new[] { "INSERT INTO root.a.d(time, x) VALUES (1, 1), (2, 2)", "SELECT x INTO root.b.d(y) FROM root.a.d" }, "SELECT * FROM root.**")]
    public async Task What_was_done_is_there_after_a_restart(string[] statements, string question)
    {
        string[] before, killed, stopped;
        await using (var server = await _directory.StartAsync())
        {
            await RunAsync(server, statements);
            before = await RowsAsync(server, question);
            using var copy = _directory.Copy();
            await using var again = await copy.StartAsync();
            killed = await RowsAsync(again, question);
        }

        await using (var server = await _directory.StartAsync())
        {
            stopped = await RowsAsync(server, question);
        }

        before.ShouldNotBeEmpty();
        killed.ShouldBe(before);
        stopped.ShouldBe(before);
    }
}
