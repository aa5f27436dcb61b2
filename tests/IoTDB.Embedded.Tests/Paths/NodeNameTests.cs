using IoTDB.Embedded.Paths;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Paths;

public sealed class NodeNameTests
{
    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("1da", "1da")]
    [InlineData("温度", "温度")]
    [InlineData("", "``")]
    [InlineData("a.b", "`a.b`")]
    [InlineData("d`e", "`d``e`")]
    [InlineData("*", "`*`")]
    [InlineData("é", "`é`")]
    [InlineData("001", "`001`")]
    [InlineData("1e5", "`1e5`")]
    [InlineData("1e99999", "`1e99999`")]
    [InlineData("7L", "`7L`")]
    [InlineData("1e", "1e")]
    [InlineData("d", "d")]
    [InlineData("0x10", "0x10")]
    public void Text_becomes_a_canonical_name_and_comes_back(string text, string name)
    {
        NodeName.FromText(text).ShouldBe(name);
        NodeName.ToText(name).ShouldBe(text);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("1", true)]
    [InlineData("*", true)]
    [InlineData("**", true)]
    [InlineData("a*", true)]
    [InlineData("**a_1**", true)]
    [InlineData("", false)]
    [InlineData("***", false)]
    [InlineData("***a", false)]
    [InlineData("a***", false)]
    [InlineData("a*b", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    public void Stars_stand_at_the_ends_and_at_most_two(string text, bool isLegal) => NodeName.IsPlainOrWildcard(text).ShouldBe(isLegal);

    [Theory]
    [InlineData("root.**", "root.a.b", true)]
    [InlineData("root.**", "root", false)]
    [InlineData("root.**.b", "root.a.b.b", true)]
    [InlineData("root.*", "root.a.b", false)]
    [InlineData("root.a*", "root.ab", true)]
    [InlineData("root.*b*.c", "root.abc.c", true)]
    [InlineData("root.`*`", "root.a", false)]
    [InlineData("root.`*`", "root.`*`", true)]
    public void A_pattern_fits_whole_paths(string pattern, string path, bool fits) =>
        new TreePath(pattern.Split('.')).Matches(new TreePath(path.Split('.'))).ShouldBe(fits);
}
