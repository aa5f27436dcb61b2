using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Engine;

public sealed class CatalogTests
{
    private readonly Catalog _catalog = new(new ServerClock(TimeProvider.System, TimePrecision.Milliseconds));

    public CatalogTests()
    {
        Create("root.a.d1", "s1", "s2", "t1");
        Create("root.a.d1.inner", "s1");
        Create("root.a.line.d3", "s1");
        Create("root.b.d1", "s1");
    }

    [Theory]
    [InlineData("root.**", "root.a.d1 root.a.d1.inner root.a.line.d3 root.b.d1")]
    [InlineData("root.a.*", "root.a.d1")]
    [InlineData("root.a.**", "root.a.d1 root.a.d1.inner root.a.line.d3")]
    [InlineData("root.*.d1", "root.a.d1 root.b.d1")]
    [InlineData("root.**.d*", "root.a.d1 root.a.line.d3 root.b.d1")]
    [InlineData("root.**.**", "root.a.d1 root.a.d1.inner root.a.line.d3 root.b.d1")]
    [InlineData("root.a", "")]
    public void Devices_match_patterns(string pattern, string expected) =>
        _catalog.MatchDevices(Pattern(pattern)).Select(device => device.Path).ShouldBe(Words(expected), ignoreOrder: true);

    [Theory]
    [InlineData("root.a.d1.*", "root.a.d1.s1 root.a.d1.s2 root.a.d1.t1")]
    [InlineData("root.a.d1.**", "root.a.d1.s1 root.a.d1.s2 root.a.d1.t1 root.a.d1.inner.s1")]
    [InlineData("root.a.d1.s*", "root.a.d1.s1 root.a.d1.s2")]
    [InlineData("root.**.s1", "root.a.d1.s1 root.a.d1.inner.s1 root.a.line.d3.s1 root.b.d1.s1")]
    [InlineData("root.a.d1", "")]
    [InlineData("root.a.d1.alias_s1", "root.a.d1.s1")]
    public void Series_match_patterns(string pattern, string expected) =>
        _catalog.MatchSeries(Pattern(pattern)).Select(series => series.FullPath).ShouldBe(Words(expected), ignoreOrder: true);

    [Fact]
    public void A_database_below_or_above_another_is_refused()
    {
        Should.Throw<StatusException>(() => _catalog.CreateDatabase(["root", "a", "x"])).Code.ShouldBe(StatusCode.DatabaseAlreadyExists);
        _catalog.CreateDatabase(["root", "c", "x"]);
        Should.Throw<StatusException>(() => _catalog.CreateDatabase(["root", "c"])).Code.ShouldBe(StatusCode.DatabaseConflict);
    }

    [Fact]
    public void Dropping_a_database_takes_everything_below()
    {
        _catalog.DropDatabase(_catalog.FindDatabase(["root", "a"])!);

        _catalog.MatchDevices(TreePath.Everything).Select(device => device.Path).ShouldBe(["root.b.d1"]);
        _catalog.FindDevice("root.a.d1").ShouldBeNull();
    }

    [Fact]
    public void The_most_specific_ttl_holds()
    {
        _catalog.Ttl.Set("root.a.**", 1000);
        _catalog.Ttl.Set("root.a.d1", 500);

        _catalog.FindDevice("root.a.d1")!.Ttl.ShouldBe(500);
        _catalog.FindDevice("root.a.d1.inner")!.Ttl.ShouldBe(1000);
        _catalog.FindDevice("root.b.d1")!.Ttl.ShouldBeNull();
    }

    [Theory]
    [InlineData("root.a.`b.c`.`d``e`", "root|a|`b.c`|`d``e`")]
    [InlineData("root.`abc`.`001`", "root|abc|`001`")]
    public void Paths_split_into_canonical_nodes(string path, string nodes) => PathText.Split(path).ShouldBe(nodes.Split('|'));

    [Theory]
    [InlineData("root.a b")]
    [InlineData("root..a")]
    [InlineData("root.1")]
    [InlineData("root.a-b")]
    [InlineData("root.`a")]
    [InlineData("")]
    public void A_path_that_needs_quotes_is_509(string path) =>
        Should.Throw<StatusException>(() => PathText.Split(path)).Code.ShouldBe(StatusCode.IllegalPath);

    private static TreePath Pattern(string text) => new(PathText.Split(text));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void Create(string device, params string[] measurements)
    {
        var created = _catalog.GetOrCreateDevice(PathText.Split(device), isAligned: false);
        foreach (var measurement in measurements)
        {
            var schema = SeriesSchema.Default(measurement, TsDataType.Double);
            _catalog.CreateSeries(created, schema with { Alias = measurement == "s1" ? "alias_s1" : null });
        }
    }
}
