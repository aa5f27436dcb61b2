using FsCheck;
using IoTDB.Orm.Schema;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

/// <summary>What holds for every set of classes and every server; a failure prints the seed to repeat it with.</summary>
public sealed class SchemaProperties
{
    private static readonly string[] s_names = ["a", "b", "c", "d e", "温度"];
    private static readonly string[] s_devices = ["p1", "p2", "p3"];

    [Fact]
    public void A_plan_for_a_server_that_has_everything_is_empty() => ForAllModels(model =>
    {
        ModelledServer server = Complete(model);
        IReadOnlyList<SchemaDifference> differences = server.Compare(model);

        differences.ShouldBeEmpty();
        SchemaPlanner.Plan(model, differences).IsEmpty.ShouldBeTrue();
    });

    [Fact]
    public void After_a_plan_only_what_it_calls_conflicts_and_reports_is_left() => ForAllServers((model, server) =>
    {
        SchemaPlan plan = SchemaPlanner.Plan(model, server.Compare(model));
        foreach (SchemaStep step in plan.Steps.Where(step => !Stands(plan, step)))
        {
            server.Apply(step);
        }

        IReadOnlyList<SchemaDifference> left = server.Compare(model);
        left.Where(difference => difference.Category != SchemaCategory.Additive).ShouldBe(plan.Conflicts.Concat(plan.Reported), ignoreOrder: true);
        if (plan.Conflicts.Count == 0)
        {
            left.ShouldAllBe(difference => difference.Category == SchemaCategory.Metadata);
        }
    });

    [Fact]
    public void A_plan_creates_and_does_nothing_else() => ForAllServers((model, server) =>
    {
        SchemaPlan plan = SchemaPlanner.Plan(model, server.Compare(model));

        plan.Steps.ShouldAllBe(step => step.Category == SchemaCategory.Additive && !step.LosesData);
        plan.Steps.Select(step => step.Rank).ShouldBeInOrder();
        plan.Steps.Select(step => step.Target).ShouldBeUnique();
    });

    [Fact]
    public void Planning_twice_gives_the_same_text() => ForAllServers((model, server) =>
        SchemaPlanner.Plan(model, server.Compare(model)).ToSql().ShouldBe(SchemaPlanner.Plan(model, server.Compare(model)).ToSql()));

    // A device that is not aligned refuses whatever is created on it; such a plan is not run, and neither is that step here.
    private static bool Stands(SchemaPlan plan, SchemaStep step) =>
        plan.Conflicts.Any(conflict => conflict.Kind == SchemaDifferenceKind.DeviceNotAligned && conflict.Path == step.Target);

    private static void ForAllModels(Action<SchemaModel> property) =>
        Prop.ForAll(Arb.From(Models()), property).QuickCheckThrowOnFailure();

    private static void ForAllServers(Action<SchemaModel, ModelledServer> property) =>
        Prop.ForAll(Arb.From(Models()), Arb.From(Servers()), property).QuickCheckThrowOnFailure();

    private static Gen<MeasurementModel> Series() =>
        from name in Gen.Elements(s_names)
        from type in Gen.Elements(TsDataType.Double, TsDataType.Int32, TsDataType.String)
        from encoding in Gen.Elements<TsEncoding?>(null, TsEncoding.Plain)
        from compression in Gen.Elements<TsCompression?>(null, TsCompression.Zstd)
        from tags in Gen.Elements(new Dictionary<string, string>(), new Dictionary<string, string> { ["unit"] = "C", ["floor"] = "2" })
        select Schemas.Series(name, type, encoding, compression, null, tags);

    private static Gen<MeasurementModel[]> SeriesOfOneDevice() =>
        Gen.NonEmptyListOf(Series()).Select(list => list.DistinctBy(series => series.Name).ToArray());

    // Classes that share devices agree on what their measurements are, as the model demands: all take from one pool.
    private static Gen<SchemaModel> Models() =>
        from pool in SeriesOfOneDevice()
        from wildcards in Gen.NonEmptyListOf(Gen.Elements("root.plant.*", "root.plant.p1", "root.mine.*", "root.mine.p2"))
        from parts in Gen.ListOf(4, Gen.SubListOf(pool))
        select SchemaModel.Of(wildcards.Distinct().Zip(parts, (wildcard, part) =>
            Schemas.Entity("Of " + wildcard, wildcard, part.Count == 0 ? [pool[0]] : [.. part])));

    private static Gen<ModelledServer> Servers() =>
        from databases in Gen.SubListOf("root.plant", "root.mine", "root.other")
        from devices in Gen.SubListOf(s_devices.SelectMany(device => new[] { $"root.plant.{device}", $"root.mine.{device}" }).ToArray())
        from series in Gen.ListOf(6, SeriesOfOneDevice())
        from aligned in Gen.ListOf(6, Gen.Frequency(Tuple.Create(4, Gen.Constant(true)), Tuple.Create(1, Gen.Constant(false))))
        select Server(databases, devices, [.. series], [.. aligned]);

    private static ModelledServer Server(IEnumerable<string> databases, IList<string> devices, MeasurementModel[][] series, bool[] aligned)
    {
        var server = new ModelledServer();
        server.Databases.UnionWith(databases);
        for (int i = 0; i < devices.Count; i++)
        {
            server.AddDevice(devices[i], aligned[i], series[i]);
        }

        server.Databases.UnionWith(devices.Select(device => string.Join('.', device.Split('.').Take(2))));
        return server;
    }

    private static ModelledServer Complete(SchemaModel model)
    {
        var server = new ModelledServer();
        server.Databases.UnionWith(model.Databases.Select(database => database.Path));
        foreach (string path in s_devices.SelectMany(device => new[] { $"root.plant.{device}", $"root.mine.{device}" }))
        {
            MeasurementModel[] series =
            [
                .. model.Entities.Where(entity => EntitySchema.Overlap(entity.Wildcard, path)).SelectMany(entity => entity.Measurements).DistinctBy(one => one.Name),
            ];
            if (series.Length > 0)
            {
                server.AddDevice(path, aligned: true, series);
            }
        }

        return server;
    }
}
