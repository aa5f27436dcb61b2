using IoTDB.Orm.Schema;
using IoTDB.Wire.Types;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

public sealed class SchemaDifferTests
{
    private static readonly EntitySchema s_pump = Schemas.Entity(
        "Pump",
        "root.plant.*.*",
        Schemas.Series("temperature", encoding: TsEncoding.Gorilla),
        Schemas.Series("speed", TsDataType.Int32),
        Schemas.Series("note", TsDataType.String, alias: "n", tags: new Dictionary<string, string> { ["unit"] = "C", ["floor"] = "2" }));

    [Fact]
    public void A_server_that_has_everything_does_not_differ()
    {
        ModelledServer server = WithDevice(aligned: true, [.. s_pump.Measurements]);

        server.Compare(Schemas.Model(s_pump)).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_server_lacks_the_database_and_no_device()
    {
        IReadOnlyList<SchemaDifference> differences = new ModelledServer().Compare(Schemas.Model(s_pump));

        differences.ShouldHaveSingleItem().ToString().ShouldBe("database root.plant is missing (Pump)");
    }

    [Fact]
    public void A_device_of_a_path_without_keys_is_missing_by_itself()
    {
        var server = new ModelledServer();
        server.Databases.Add("root.plant");

        SchemaDifference difference = server.Compare(Schemas.Model(Schemas.Entity("Clock", "root.plant.clock", Schemas.Series("drift")))).ShouldHaveSingleItem();

        difference.Kind.ShouldBe(SchemaDifferenceKind.DeviceMissing);
        difference.Path.ShouldBe("root.plant.clock");
    }

    [Fact]
    public void A_missing_measurement_is_named_with_its_type()
    {
        ModelledServer server = WithDevice(aligned: true, s_pump.Measurements[0], s_pump.Measurements[2]);

        SchemaDifference difference = server.Compare(Schemas.Model(s_pump)).ShouldHaveSingleItem();

        difference.Category.ShouldBe(SchemaCategory.Additive);
        difference.ToString().ShouldBe("root.plant.line1.p7: measurement speed INT32 is missing (Pump)");
    }

    [Theory]
    [InlineData(TsDataType.Int64, SchemaCategory.Rewrite)]
    [InlineData(TsDataType.Boolean, SchemaCategory.Rewrite)]
    public void Another_type_is_a_conflict_whatever_a_server_could_narrow_to(TsDataType found, SchemaCategory category)
    {
        ModelledServer server = WithDevice(aligned: true, s_pump.Measurements[0], Schemas.Series("speed", found), s_pump.Measurements[2]);

        SchemaDifference difference = server.Compare(Schemas.Model(s_pump)).ShouldHaveSingleItem();

        difference.Category.ShouldBe(category);
        difference.ToString().ShouldBe($"root.plant.line1.p7: measurement speed has data type {ServerWords.Of(found)}, Pump needs INT32");
    }

    [Fact]
    public void A_type_that_some_servers_widen_is_told_apart()
    {
        ModelledServer server = WithDevice(aligned: true, Schemas.Series("temperature", TsDataType.Float, TsEncoding.Gorilla), s_pump.Measurements[1], s_pump.Measurements[2]);

        server.Compare(Schemas.Model(s_pump)).ShouldHaveSingleItem().Category.ShouldBe(SchemaCategory.Widening);
    }

    [Fact]
    public void A_device_that_is_not_aligned_is_a_conflict()
    {
        ModelledServer server = WithDevice(aligned: false, [.. s_pump.Measurements]);

        server.Compare(Schemas.Model(s_pump)).ShouldHaveSingleItem().ToString()
            .ShouldBe("device root.plant.line1.p7 is not aligned; Pump needs an aligned device");
    }

    [Fact]
    public void Metadata_differs_only_where_the_class_asks_for_something()
    {
        ModelledServer server = WithDevice(
            aligned: true,
            Schemas.Series("temperature", encoding: TsEncoding.Rle, compression: TsCompression.Zstd, alias: "t"),
            Schemas.Series("speed", TsDataType.Int32, TsEncoding.Plain, TsCompression.Snappy, tags: new Dictionary<string, string> { ["by"] = "x" }),
            Schemas.Series("note", TsDataType.String, tags: new Dictionary<string, string> { ["unit"] = "F" }));

        server.Compare(Schemas.Model(s_pump)).Select(difference => difference.ToString()).ShouldBe(
        [
            "root.plant.line1.p7: measurement temperature has encoding RLE, Pump asks for GORILLA",
            "root.plant.line1.p7: measurement note has no such alias, Pump asks for n",
            "root.plant.line1.p7: measurement note has no such tag, Pump asks for floor=2",
            "root.plant.line1.p7: measurement note has tag unit=F, Pump asks for unit=C",
        ]);
    }

    [Fact]
    public void Measurements_of_other_programs_are_left_alone()
    {
        ModelledServer server = WithDevice(aligned: true, [.. s_pump.Measurements, Schemas.Series("from_elsewhere", TsDataType.Blob)]);

        server.Compare(Schemas.Model(s_pump)).ShouldBeEmpty();
    }

    [Fact]
    public void A_database_above_holds_the_devices_as_well()
    {
        var server = new ModelledServer();
        server.Databases.Add("root.plant");
        var entity = new EntitySchema("Deep", "root.plant.north.*", "root.plant.north", [Schemas.Series("a")], "f");

        server.Compare(Schemas.Model(entity)).ShouldBeEmpty();
    }

    [Fact]
    public void A_database_below_stands_in_the_way()
    {
        var server = new ModelledServer();
        server.Databases.Add("root.plant.line1");

        server.Compare(Schemas.Model(s_pump)).ShouldHaveSingleItem().ToString()
            .ShouldBe("database root.plant cannot be created, because root.plant.line1 below it is a database already (Pump)");
    }

    [Fact]
    public void A_neighbour_with_a_longer_name_is_no_child()
    {
        var server = new ModelledServer();
        server.Databases.Add("root.plant2");
        server.Databases.Add("root.plan");

        server.Compare(Schemas.Model(s_pump)).ShouldHaveSingleItem().Kind.ShouldBe(SchemaDifferenceKind.DatabaseMissing);
    }

    [Fact]
    public void A_view_and_a_template_are_not_decided_here()
    {
        var differ = new SchemaDiffer(Schemas.Model(Schemas.Entity("Clock", "root.plant.clock", Schemas.Series("drift"))));
        differ.ObserveDatabase("root.plant");
        differ.Entities[0].Observe(new LiveDevice("root.plant.clock", IsAligned: true, Template: "clocks"));
        differ.Entities[0].Observe(new LiveSeries("root.plant.clock", "drift", "DOUBLE", null, null, null, null, null, IsView: true));

        differ.Differences().Select(difference => difference.Category).ShouldBe([SchemaCategory.Undecidable, SchemaCategory.Undecidable]);
    }

    [Fact]
    public void Rows_may_come_in_any_order()
    {
        var forward = new SchemaDiffer(Schemas.Model(s_pump));
        var backward = new SchemaDiffer(Schemas.Model(s_pump));
        LiveSeries[] rows =
        [
            new("root.plant.a.b", "speed", "DOUBLE", "RLE", "LZ4", null, null, null, false),
            new("root.plant.a.a", "temperature", "FLOAT", "RLE", "LZ4", null, null, null, false),
            new("root.plant.a.b", "temperature", "TEXT", "PLAIN", "LZ4", null, null, null, false),
        ];
        foreach (LiveSeries row in rows)
        {
            forward.Entities[0].Observe(row);
        }

        foreach (LiveSeries row in rows.Reverse())
        {
            backward.Entities[0].Observe(row);
        }

        forward.Differences().ShouldBe(backward.Differences());
    }

    private static ModelledServer WithDevice(bool aligned, params MeasurementModel[] series)
    {
        var server = new ModelledServer();
        server.Databases.Add("root.plant");
        server.AddDevice("root.plant.line1.p7", aligned, series);
        return server;
    }
}
