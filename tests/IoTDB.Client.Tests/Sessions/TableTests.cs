using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

/// <summary>The table dialect, on a real server alone: the embedded one answers it later.</summary>
public sealed class TableTests
{
    private const string Database = "client_tests_tables";

    [Theory, RealServer]
    public async Task Table_tablets_are_stored_and_read_back(ServerKind kind)
    {
        await using SessionFixture fixture = await OpenAsync(kind);
        string table = TestNames.Unique("t");
        using Tablet tablet = Tablet.ForTable(
            table,
            [
                ("site", TsDataType.String, ColumnCategory.Tag), ("vendor", TsDataType.String, ColumnCategory.Attribute),
                ("v", TsDataType.Double, ColumnCategory.Field), ("note", TsDataType.Text, ColumnCategory.Field),
            ]);
        DateTimeOffset time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        tablet.Add(time, "b", "acme", 1.5, "it's");
        tablet.Add(time, "a", (string?)null, (double?)null, "x");
        tablet.Add(time.AddSeconds(-1), (string?)null, "acme", 2.5, (string?)null);

        await fixture.Session.InsertTabletAsync(tablet);

        (await fixture.RowsAsync($"select time, site, vendor, v, note from {table} order by time, site")).ShouldBe(
        [
            "2026-01-02T03:04:04.0000000+00:00 null acme 2.5 null",
            "2026-01-02T03:04:05.0000000+00:00 a null null x",
            "2026-01-02T03:04:05.0000000+00:00 b acme 1.5 it's",
        ]);
    }

    [Theory, RealServer, Proves("P-24")]
    public async Task Session_state_does_not_leak(ServerKind kind)
    {
        await using SessionFixture fixture = await OpenAsync(kind, ";MaxOpen=1");
        string other = TestNames.Unique("other");
        await fixture.Session.ExecuteNonQueryAsync($"create database {other}");
        try
        {
            await fixture.Session.ExecuteNonQueryAsync($"use {other}");
            string? changed = fixture.Session.Database;
            await fixture.Lease.DisposeAsync();
            await using SessionLease next = await fixture.Source.RentAsync();

            changed.ShouldBe(other);
            next.Session.Database.ShouldBe(Database);
            await using ResultSet current = await next.Session.ExecuteQueryAsync("show current_database");
            (await current.ReadAsync()).ShouldBeTrue();
            current.GetString(0).ShouldBe(Database);
        }
        finally
        {
            await fixture.Source.ExecuteAsync($"drop database {new Identifier(other)}");
        }
    }

    [Theory, RealServer, Proves("S-08")]
    public async Task Values_and_names_keep_the_shape_of_table_statements(ServerKind kind)
    {
        await using SessionFixture fixture = await OpenAsync(kind);
        Identifier table = new(TestNames.Unique("inj"));
        await fixture.Source.ExecuteAsync($"create table {table}(k string tag, t text field)");
        List<string> lost = [];
        int time = 0;
        foreach (string text in Injection.InjectionCorpus.All)
        {
            await fixture.Source.ExecuteAsync($"insert into {table}(time, k, t) values ({(long)++time}, {text}, {text})");
            List<(string?, string?)> found = [];
            await foreach ((string?, string?) row in fixture.Source.Sql<string?, string?>($"select k, t from {table} where t = {text}"))
            {
                found.Add(row);
            }

            if (found is not [var only] || only != (text, text))
            {
                lost.Add(text);
            }
        }

        lost.ShouldBeEmpty();
    }

    private static async Task<SessionFixture> OpenAsync(ServerKind kind, string more = "")
    {
        await using (SessionFixture setup = await SessionFixture.OpenAsync(kind, "SqlDialect=table"))
        {
            await setup.Session.ExecuteNonQueryAsync($"create database if not exists {Database}");
        }

        return await SessionFixture.OpenAsync(kind, $"SqlDialect=table;Database={Database}{more}");
    }
}
