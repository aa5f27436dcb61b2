using IoTDB.Testing;
using IoTDB.Client.Tests.Sessions;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Injection;

/// <summary>Whatever a name or value holds, a statement keeps its shape: the server stores and finds exactly that text, and nothing else changes.</summary>
public sealed class InjectionTests
{
    [Fact]
    public void The_corpus_is_large_enough() => InjectionCorpus.All.Count.ShouldBeGreaterThanOrEqualTo(200);

    [Theory, EmbeddedServer, RealServer, Proves("S-08")]
    [Fault("F-112")]
    public async Task Text_values_stay_text(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind);
        DevicePath device = DevicePath.Of("client_tests", TestNames.Unique());
        await db.ExecuteAsync($"create aligned timeseries {device}(t TEXT)");
        long time = 0;
        List<string> lost = [];
        foreach (string text in InjectionCorpus.All)
        {
            time++;
            await db.ExecuteAsync($"insert into {device}(time, t) aligned values ({time}, {text})");
            List<string?> found = await ToListAsync(db.Sql<string?>($"select t from {device} where t = {text}"));
            if (found.Count != 1 || found[0] != text)
            {
                lost.Add(text);
            }
        }

        lost.ShouldBeEmpty();
        (await ToListAsync(db.Sql<long>($"select count(t) from {device}"))).ShouldBe([time]);
    }

    [Theory, EmbeddedServer, RealServer, Proves("S-08")]
    [Fault("F-112")]
    public async Task Device_and_measurement_names_stay_one_node(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string parent = TestNames.Unique();
        List<string> wrong = [];
        List<DevicePath> written = [];
        foreach (string[] chunk in InjectionCorpus.All.Where(IsStorable).Chunk(40))
        {
            List<Tablet> tablets = [];
            foreach (string name in chunk)
            {
                DevicePath device = DevicePath.Of("client_tests", parent, name);
                Tablet tablet = new(device, [(name, TsDataType.Int32)], capacity: 1);
                tablet.Add(1L, 7);
                tablets.Add(tablet);
                written.Add(device);
            }

            await fixture.Session.InsertTabletsAsync(tablets);
            foreach (string name in chunk)
            {
                SqlWriter sql = new(SqlDialect.Tree, default);
                sql.Raw("select ").Identifier(name).Raw(" from ").Path(DevicePath.Of("client_tests", parent, name));
                List<string> rows = await fixture.RowsAsync(sql.ToString());
                if (rows is not ["1 7"])
                {
                    wrong.Add($"{name}: {string.Join(" | ", rows)}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        List<string> devices = [];
        await using ResultSet shown = await fixture.Session.ExecuteQueryAsync($"show devices root.client_tests.{parent}.*");
        while (await shown.ReadAsync())
        {
            devices.Add(shown.GetString(0)!);
        }

        devices.Order(StringComparer.Ordinal).ShouldBe(written.Select(device => device.ToString()).Distinct().Order(StringComparer.Ordinal));
    }

    private static bool IsStorable(string name)
    {
        try
        {
            NodeName.FromValue(name, nameof(name));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> rows)
    {
        List<T> list = [];
        await foreach (T row in rows)
        {
            list.Add(row);
        }

        return list;
    }
}
