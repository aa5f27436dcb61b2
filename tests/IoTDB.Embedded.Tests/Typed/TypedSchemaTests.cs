using IoTDB.Testing;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Typed;

/// <summary>Statuses of typed requests about the schema and of deletions, as both servers give them.</summary>
public sealed class TypedSchemaTests
{
    [Theory, EmbeddedServer, RealServer]
    public async Task CreateTimeseries_refuses_what_collides(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        string[] answers =
        [
            await Create(probe, device + ".a", 1),
            await Create(probe, device + ".a", 1),
            await Create(probe, device + ".a", 5),
            await Create(probe, device + ".b", 0, encoding: 4),
            await Create(probe, device + ".b", 0, encoding: 99),
            await Create(probe, device + ".b", 99),
            await Create(probe, device + ".b", 0, compressor: 99),
            await Create(probe, device + ".b", 5, encoding: 3, compressor: 7),
            await Create(probe, device + ".c", 4, alias: "a"),
            await Create(probe, device + ".c", 4, alias: "al"),
            await Create(probe, device + ".al", 4),
            await Create(probe, device + ".d", 4, alias: "al"),
            await Create(probe, device + ".d", 4, alias: "odd name"),
            await Create(probe, device + ".e", 4, tags: [new("k", "v")], attributes: [new("k", "w")]),
            await Create(probe, device + ".e", 4, tags: [new("k", "v")], attributes: [new("l", "w")]),
            await Create(probe, device + ".f", 4, props: [new("nosuch", "1")]),
            await Create(probe, device + ".f", 4, props: [new("max_point_number", "3")]),
            await Create(probe, device + ".g", 4, props: [new("loss", "sdt")]),
            await Create(probe, device + ".g", 4, props: [new("loss", "sdt"), new("compdev", "1")]),
            await Create(probe, device + ".a.b", 1),
            await Create(probe, device, 1),
            await Create(probe, "root", 1),
            await Create(probe, "root.x", 1),
            await Create(probe, "plant.d.a", 1),
            await Create(probe, device + ".*", 1),
            await Create(probe, device + ".x*", 1),
            await Create(probe, device + ".`x y`", 1),
            await Create(probe, device + ".x y", 1),
            await Create(probe, device + ".time", 1),
            await Create(probe, device + ".1", 1),
            await Create(probe, "", 1),
        ];

        answers.ShouldBe("200 503 503 507 301 301 301 507 505 200 503 505 509 701 200 507 200 303 200 506 506 301 509 301 509 509 200 509 509 509 509".Split(' '));
        (await probe.RowsAsync($"show timeseries {device}.*")).Select(row => row.Replace(device, "", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(
        [
            ".`x y` null root.typed INT32 PLAIN SNAPPY null null null null BASE",
            ".a null root.typed INT32 PLAIN SNAPPY null null null null BASE",
            ".c al root.typed DOUBLE PLAIN SNAPPY null null null null BASE",
            ".e null root.typed DOUBLE PLAIN SNAPPY {\"k\":\"v\"} {\"l\":\"w\"} null null BASE",
            ".f null root.typed DOUBLE PLAIN SNAPPY null null null null BASE",
            ".g null root.typed DOUBLE PLAIN SNAPPY null null SDT {compdev=1} BASE",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task CreateAlignedTimeseries_makes_all_or_none(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        var plain = TypedProbe.Device();
        await Create(probe, plain + ".a", 1);
        string[] answers =
        [
            await CreateAligned(probe, device, ["a", "b"], [1, 4]),
            await CreateAligned(probe, device, ["a", "c"], [1, 4]),
            await CreateAligned(probe, device, ["c", "c"], [1, 4]),
            await CreateAligned(probe, device, ["c"], [99]),
            await CreateAligned(probe, device, ["c"], [0], encoding: 8),
            await CreateAligned(probe, device, ["c", "d"], [1]),
            await CreateAligned(probe, device, [], []),
            await CreateAligned(probe, device, ["time"], [1]),
            await CreateAligned(probe, device, ["x.y"], [1]),
            await CreateAligned(probe, device, ["`x.y`"], [1]),
            await CreateAligned(probe, device, ["*"], [1]),
            await CreateAligned(probe, plain, ["b"], [1]),
            await CreateAligned(probe, device + ".a", ["b"], [1]),
            await CreateAligned(probe, "root", ["b"], [1]),
            await CreateAligned(probe, "root.onlydatabase", ["b"], [1]),
            await Create(probe, device + ".z", 1),
        ];

        await probe.SqlAsync("drop database root.onlydatabase");
        answers.ShouldBe("200 503 701 301 507 305 200 509 509 200 509 609 506 509 200 609".Split(' '));
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task CreateMultiTimeseries_says_a_status_a_series(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        var aligned = TypedProbe.Device();
        await CreateAligned(probe, aligned, ["a"], [1]);
        string[] answers =
        [
            await CreateMulti(probe, (device + ".a", 1, 0), (device + ".b", 4, 0)),
            await CreateMulti(probe, (device + ".a", 1, 0), (device + ".c", 4, 0)),
            await CreateMulti(probe, (device + ".a", 1, 0), (device + ".b", 4, 0)),
            await CreateMulti(probe, (device + ".d", 0, 8), (device + ".e", 4, 0)),
            await CreateMulti(probe, (device + ".f", 99, 0), (device + ".g", 4, 0)),
            await CreateMulti(probe, (aligned + ".h", 1, 0), (device + ".h", 4, 0)),
            await CreateMulti(probe, (device + ".a.x", 1, 0), (device + ".i", 4, 0)),
            await CreateMulti(probe, (device + ".*", 1, 0), (device + ".j", 4, 0)),
            await CreateMulti(probe, ("root.x", 1, 0), (device + ".k", 4, 0)),
            await CreateMulti(probe, (device + ".l", 1, 0), (device + ".l", 4, 0)),
            await CreateMulti(probe),
        ];

        answers.ShouldBe(["200", "302[503]", "302[503, 503]", "302[507]", "301", "302[609]", "302[506]", "302[509]", "301", "200", "200"]);
        (await probe.RowsAsync($"show timeseries {device}.*")).Select(row => row.Split(' ')[0].Replace(device, "", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(
        [
            ".a",
            ".b",
            ".c",
            ".e",
            ".h",
            ".i",
            ".j",
            ".l",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Databases_are_made_and_dropped(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var name = "root." + TestNames.Unique("db");
        string[] answers =
        [
            await SetStorageGroup(probe, name),
            await SetStorageGroup(probe, name),
            await SetStorageGroup(probe, name + ".inner"),
            await SetStorageGroup(probe, name + "x.y"),
            await SetStorageGroup(probe, name + "x"),
            await SetStorageGroup(probe, "root"),
            await SetStorageGroup(probe, "plant"),
            await SetStorageGroup(probe, ""),
            await SetStorageGroup(probe, "root.`a b`"),
            await SetStorageGroup(probe, "root.a b"),
            await SetStorageGroup(probe, "root.*"),
            await SetStorageGroup(probe, "root." + new string('x', 70)),
            await DeleteStorageGroups(probe, name + "nosuch"),
            await DeleteStorageGroups(probe, name, name + "nosuch"),
            await DeleteStorageGroups(probe, name),
            await DeleteStorageGroups(probe, name + "x.*"),
            await DeleteStorageGroups(probe, name + "x.*"),
            await DeleteStorageGroups(probe, "plant"),
            await DeleteStorageGroups(probe),
        ];

        answers.ShouldBe("200 501 501 200 529 509 509 509 509 509 509 509 508 200 508 509 509 509 508".Split(' '));
        (await probe.RowsAsync($"show databases {name}*")).ShouldBeEmpty();
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Deletions_take_patterns_and_both_bounds(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        for (var time = 1; time <= 6; time++)
        {
            await probe.RecordAsync(device, time, false, ("a", time), ("b", time));
        }

        string[] answers =
        [
            await DeleteData(probe, 1, 2, device + ".a"),
            await DeleteData(probe, 6, 6, device + ".*"),
            await DeleteData(probe, 5, 3, device + ".b"),
            await DeleteData(probe, 1, 9, device + ".nosuch"),
            await DeleteData(probe, 1, 9, device),
            await DeleteData(probe, 1, 9, "root.nosuch.**"),
            await DeleteData(probe, 1, 9, "plant.a"),
            await DeleteData(probe, 1, 9, ""),
            await DeleteData(probe, 1, 9, device + ".a b"),
            await DeleteData(probe, 3, 3, device + ".a", device + ".b"),
            await DeleteData(probe, 1, 9),
            await DeleteTimeseries(probe, device + ".nosuch"),
            await DeleteTimeseries(probe, device),
            await DeleteTimeseries(probe, device + ".a", device + ".nosuch"),
            await DeleteTimeseries(probe, "plant.a"),
            await DeleteTimeseries(probe, ""),
            await DeleteTimeseries(probe),
        ];

        answers.ShouldBe("200 200 605 200 200 200 200 509 509 200 200 508 508 200 508 509 508".Split(' '));
        (await probe.RowsAsync($"select a, b from {device}")).ShouldBe(["1 1", "2 2", "4 4", "5 5"]);
        (await DeleteTimeseries(probe, device + ".**")).ShouldBe("200");
    }

    private static Task<string> Create(
        TypedProbe probe,
        string path,
        int type,
        int encoding = 0,
        int compressor = 1,
        string? alias = null,
        KeyValuePair<string, string>[]? props = null,
        KeyValuePair<string, string>[]? tags = null,
        KeyValuePair<string, string>[]? attributes = null) => probe.SendAsync(
        Methods.CreateTimeseries,
        new CreateTimeseriesRequest(probe.SessionId, path, type, encoding, compressor, props, tags, attributes, alias));

    private static Task<string> CreateAligned(TypedProbe probe, string device, string[] names, int[] types, int encoding = 0) => probe.SendAsync(
        Methods.CreateAlignedTimeseries,
        new CreateAlignedTimeseriesRequest(
            probe.SessionId, device, names, types, [.. types.Select(_ => encoding)], [.. types.Select(_ => 1)]));

    private static Task<string> CreateMulti(TypedProbe probe, params (string Path, int Type, int Encoding)[] series) => probe.SendAsync(
        Methods.CreateMultiTimeseries,
        new CreateMultiTimeseriesRequest(
            probe.SessionId,
            [.. series.Select(one => one.Path)],
            [.. series.Select(one => one.Type)],
            [.. series.Select(one => one.Encoding)],
            [.. series.Select(_ => 1)]));

    private static Task<string> SetStorageGroup(TypedProbe probe, string path) =>
        probe.SendPlainAsync(Methods.SetStorageGroup, new SetStorageGroupArguments(probe.SessionId, path));

    private static Task<string> DeleteStorageGroups(TypedProbe probe, params string[] paths) =>
        probe.SendPlainAsync(Methods.DeleteStorageGroups, new DeleteStorageGroupsArguments(probe.SessionId, paths));

    private static Task<string> DeleteData(TypedProbe probe, long from, long to, params string[] paths) =>
        probe.SendAsync(Methods.DeleteData, new DeleteDataRequest(probe.SessionId, paths, from, to));

    private static Task<string> DeleteTimeseries(TypedProbe probe, params string[] paths) =>
        probe.SendPlainAsync(Methods.DeleteTimeseries, new DeleteTimeseriesArguments(probe.SessionId, paths));
}
