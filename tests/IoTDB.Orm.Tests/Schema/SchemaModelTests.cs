using IoTDB.Orm.Schema;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

public sealed class SchemaModelTests
{
    [Fact]
    public void Faults_of_all_classes_are_listed_at_once()
    {
        InvalidOperationException refused = Should.Throw<InvalidOperationException>(() => Schemas.Model(
            Schemas.Entity("Empty", "root.a.b"),
            Schemas.Entity("Twice", "root.a.c", Schemas.Series("s"), Schemas.Series("s")),
            Schemas.Entity("Clash", "root.a.d", Schemas.Series("s"), Schemas.Series("t", alias: "s")),
            Schemas.Entity("Quote", "root.a.e", Schemas.Series("s", tags: new Dictionary<string, string> { ["k"] = "a\"b" }))));

        refused.Message.ShouldContain("Empty has no measurements");
        refused.Message.ShouldContain("Twice has two measurements named 's'");
        refused.Message.ShouldContain("Clash.t has the alias 's'");
        refused.Message.ShouldContain("Quote.s has the tag or attribute text 'a\"b'");
    }

    [Fact]
    public void Classes_of_the_same_devices_agree_on_types()
    {
        Should.Throw<InvalidOperationException>(() => Schemas.Model(
                Schemas.Entity("One", "root.a.*", Schemas.Series("s")),
                Schemas.Entity("Other", "root.*.b", Schemas.Series("s", TsDataType.Int32))))
            .Message.ShouldContain("Other and One map the same devices, but 's' is");
        Schemas.Model(
            Schemas.Entity("One", "root.a.b", Schemas.Series("s")),
            Schemas.Entity("Other", "root.a.c", Schemas.Series("s", TsDataType.Int32))).Entities.Count.ShouldBe(2);
    }

    [Fact]
    public void A_database_inside_another_is_not_asked_for()
    {
        SchemaModel model = Schemas.Model(
            new EntitySchema("Inner", "root.a.b.*", "root.a.b", [Schemas.Series("s")], "1"),
            new EntitySchema("Outer", "root.a.*", "root.a", [Schemas.Series("s")], "2"),
            new EntitySchema("Neighbour", "root.ab.*", "root.ab", [Schemas.Series("s")], "3"));

        model.Databases.ShouldBe([("root.a", "Outer, Inner"), ("root.ab", "Neighbour")]);
    }

    [Fact]
    public void A_database_that_a_key_decides_is_left_to_the_server()
    {
        Schemas.Model(Schemas.Entity("Site", "root.*.meter", Schemas.Series("s"))).Databases.ShouldBeEmpty();
    }

    [Fact]
    public void The_fingerprint_follows_what_the_classes_ask_for()
    {
        string one = Schemas.Model(Schemas.Entity("A", "root.a.*", Schemas.Series("s"))).Fingerprint;

        Schemas.Model(Schemas.Entity("A", "root.a.*", Schemas.Series("s"))).Fingerprint.ShouldBe(one);
        Schemas.Model(Schemas.Entity("A", "root.a.*", Schemas.Series("s", TsDataType.Int32))).Fingerprint.ShouldNotBe(one);
    }
}
