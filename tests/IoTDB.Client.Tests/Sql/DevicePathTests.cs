using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sql;

public sealed class DevicePathTests
{
    // source: sql.md 1.3, canonical form, observed
    [Theory]
    [InlineData("root.a.`abc`", "root.a.abc")]
    [InlineData("root.a.`select`", "root.a.select")]
    [InlineData("root.a.`a.b`", "root.a.`a.b`")]
    [InlineData("root.a.`111`", "root.a.`111`")]
    [InlineData("root.a.`001`.b", "root.a.`001`.b")]
    [InlineData("root.a.`1e3`", "root.a.`1e3`")]
    [InlineData("root.a.`a``b`", "root.a.`a``b`")]
    [InlineData("root.a.`0x1F`", "root.a.0x1F")]
    [InlineData("root.a.`1s`", "root.a.1s")]
    [InlineData("root.a.`20f`", "root.a.`20f`")]
    [InlineData("root.a.20f", "root.a.20f")]
    [InlineData("root.a.温度", "root.a.温度")]
    public void Paths_are_kept_as_the_server_stores_them(string written, string canonical) => DevicePath.Parse(written).ToString().ShouldBe(canonical);

    [Theory]
    [InlineData("")]
    [InlineData("root")]
    [InlineData("a.b")]
    [InlineData("ROOT.a")]
    [InlineData("root.")]
    [InlineData("root..a")]
    [InlineData("root.a.")]
    [InlineData("root.a.*")]
    [InlineData("root.a.**")]
    [InlineData("root.a.1")]
    [InlineData("root.a.b c")]
    [InlineData("root.a.b-c")]
    [InlineData("root.a.`b")]
    [InlineData("root.a.`b`c")]
    [InlineData("root.a.``")]
    [InlineData("root.a.`*`")]
    [InlineData("root.a.time")]
    [InlineData("root.a.b' or '1'='1")]
    public void What_is_no_path_is_refused(string text)
    {
        DevicePath.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => DevicePath.Parse(text));
    }

    [Fact]
    public void Names_become_nodes_whatever_they_hold()
    {
        DevicePath path = DevicePath.Of("plant", "a.b", "it's", "42", "x`y", "select");

        path.ToString().ShouldBe("root.plant.`a.b`.`it's`.`42`.`x``y`.select");
        path.Nodes.ShouldBe(["root", "plant", "`a.b`", "`it's`", "`42`", "`x``y`", "select"]);
        path.ToWire().ShouldBe("root.plant.`a.b`.`it's`.`42`.`x``y`.`select`");
        DevicePath.Parse(path.ToWire()).ShouldBe(path);
        path.Append("7").ToString().ShouldBe(path + ".`7`");
    }

    [Fact]
    public void Equal_paths_are_those_the_server_takes_for_one_device()
    {
        DevicePath.Parse("root.a.`b`").ShouldBe(DevicePath.Of("a", "b"));
        DevicePath.Parse("root.a.`b`").GetHashCode().ShouldBe(DevicePath.Of("a", "b").GetHashCode());
        DevicePath.Parse("root.a.B").ShouldNotBe(DevicePath.Parse("root.a.b"));
        DevicePath.Parse("root.a.20f").ShouldNotBe(DevicePath.Of("a", "20f"));
    }

    [Fact]
    public void Root_itself_is_left_out_of_the_names_and_the_error_says_so() =>
        Should.Throw<ArgumentException>(() => DevicePath.Of("root", "plant")).Message.ShouldContain("leave 'root' out");
}
