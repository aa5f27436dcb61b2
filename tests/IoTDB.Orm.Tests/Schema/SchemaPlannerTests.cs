using IoTDB.Orm.Schema;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

public sealed class SchemaPlannerTests
{
    [Fact]
    public void The_script_has_one_statement_a_line_and_says_its_conditions()
    {
        SchemaModel model = Schemas.Model(
            Schemas.Entity(
                "Pump",
                "root.plant.clock",
                Schemas.Series("temperature", TsDataType.Float, TsEncoding.Gorilla, TsCompression.Zstd, "t"),
                Schemas.Series(
                    "flow.rate",
                    tags: new Dictionary<string, string> { ["unit"] = "l/min", ["it's"] = "a 'tag'" },
                    attributes: new Dictionary<string, string> { ["sensor"] = @"PT\100" }),
                Schemas.Series("type", TsDataType.Int64),
                Schemas.Series("001", TsDataType.Boolean)));
        var server = new ModelledServer();

        SchemaPlan plan = SchemaPlanner.Plan(model, server.Compare(model));

        Snapshot.Match(plan.ToSql(), nameof(The_script_has_one_statement_a_line_and_says_its_conditions));
    }

    [Fact]
    public void What_cannot_be_created_is_a_conflict_and_metadata_is_reported()
    {
        EntitySchema pump = Schemas.Entity("Pump", "root.plant.*", Schemas.Series("a", encoding: TsEncoding.Rle), Schemas.Series("b"), Schemas.Series("c"));
        var server = new ModelledServer();
        server.Databases.Add("root.plant");
        server.AddDevice("root.plant.p1", aligned: true, Schemas.Series("a", encoding: TsEncoding.Gorilla), Schemas.Series("b", TsDataType.Boolean));
        SchemaModel model = Schemas.Model(pump);

        SchemaPlan plan = SchemaPlanner.Plan(model, server.Compare(model));

        plan.Conflicts.ShouldHaveSingleItem().Measurement.ShouldBe("b");
        plan.Reported.ShouldHaveSingleItem().Measurement.ShouldBe("a");
        plan.Steps.ShouldHaveSingleItem().Statement.ShouldBe("CREATE ALIGNED TIMESERIES root.plant.p1(c DOUBLE)");
        plan.LosesData.ShouldBeFalse();
    }

    [Fact]
    public void Two_classes_on_one_device_share_a_statement()
    {
        SchemaModel model = Schemas.Model(
            Schemas.Entity("Slow", "root.plant.p1", Schemas.Series("a"), Schemas.Series("shared")),
            Schemas.Entity("Fast", "root.plant.p1", Schemas.Series("b"), Schemas.Series("shared")));
        var server = new ModelledServer();
        server.Databases.Add("root.plant");

        SchemaPlan plan = SchemaPlanner.Plan(model, server.Compare(model));

        plan.Steps.ShouldHaveSingleItem().Statement.ShouldBe("CREATE ALIGNED TIMESERIES root.plant.p1(b DOUBLE, shared DOUBLE, a DOUBLE)");
    }

    [Fact]
    public void The_same_differences_give_the_same_plan_whatever_the_order_of_registration()
    {
        EntitySchema[] entities =
        [
            Schemas.Entity("A", "root.plant.x", Schemas.Series("a")),
            Schemas.Entity("B", "root.mine.y", Schemas.Series("b")),
            Schemas.Entity("C", "root.plant.w", Schemas.Series("c")),
        ];
        SchemaModel model = Schemas.Model(entities);
        SchemaModel reversed = Schemas.Model([.. entities.Reverse()]);
        var server = new ModelledServer();

        SchemaPlan plan = SchemaPlanner.Plan(model, server.Compare(model));
        SchemaPlan other = SchemaPlanner.Plan(reversed, server.Compare(reversed));

        plan.Fingerprint.ShouldBe(other.Fingerprint);
        reversed.Fingerprint.ShouldBe(model.Fingerprint);
        plan.Steps.Select(step => step.Target).ShouldBe(["root.mine", "root.plant", "root.mine.y", "root.plant.w", "root.plant.x"]);
        plan.Steps.Select(step => step.Id).ShouldBe(other.Steps.Select(step => step.Id));
        plan.Steps.Select(step => step.Id).ShouldBeUnique();
    }
}
