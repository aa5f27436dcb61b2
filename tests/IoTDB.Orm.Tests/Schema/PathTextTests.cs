using IoTDB.Orm.Schema;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

public sealed class PathTextTests
{
    [Theory]
    [InlineData("root.plant.d1.temp", "root.plant.d1", "temp")]
    [InlineData("root.plant.d1.`flow.rate`", "root.plant.d1", "flow.rate")]
    [InlineData("root.plant.`a.b`.`c``d`", "root.plant.`a.b`", "c`d")]
    [InlineData("root.plant.`a``.b`.s", "root.plant.`a``.b`", "s")]
    [InlineData("root.plant.`001`.`1e3`", "root.plant.`001`", "1e3")]
    [InlineData("root.plant.温度.`я`", "root.plant.温度", "я")]
    public void The_last_node_outside_quotes_is_the_measurement(string path, string device, string measurement) =>
        PathText.SplitSeries(path).ShouldBe((device, measurement));

    [Fact]
    public void One_node_is_no_timeseries() => Should.Throw<FormatException>(() => PathText.SplitSeries("`root.a`"));

    [Theory]
    [InlineData("{\"floor\":\"2\",\"unit\":\"C\"}", "unit", "C")]
    [InlineData("{\"floor\":\"2\",\"unit\":\"C\"}", "floor", "2")]
    [InlineData("{\"note\":\"a'b, {c}: d\",\"production line\":\"7\"}", "note", "a'b, {c}: d")]
    [InlineData("{\"note\":\"\"}", "note", "")]
    [InlineData("{\"note\":\"x\"}", "not", null)]
    [InlineData("{}", "note", null)]
    [InlineData(null, "note", null)]
    public void Printed_tags_are_read_by_key(string? printed, string key, string? value) => PrintedMap.Find(printed, key).ShouldBe(value);
}
