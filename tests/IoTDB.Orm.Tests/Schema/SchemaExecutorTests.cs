using IoTDB.Orm.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

public sealed class SchemaExecutorTests
{
    private static readonly SchemaModel s_model = Schemas.Model(
        Schemas.Entity("Pump", "root.plant.*", Schemas.Series("a"), Schemas.Series("b")),
        Schemas.Entity("Clock", "root.works.clock", Schemas.Series("drift")));

    private readonly ScriptedServer _server = new(new ModelledServer());

    [Fact]
    public async Task After_a_run_the_server_has_everything()
    {
        AddPumps(100);
        SchemaPlan plan = SchemaPlanner.Plan(s_model, await SchemaReader.CompareAsync(_server, s_model, CancellationToken.None));

        int sent = await Executor().RunAsync(plan, CancellationToken.None);

        sent.ShouldBe(plan.Steps.Count);
        (await SchemaReader.CompareAsync(_server, s_model, CancellationToken.None)).ShouldBeEmpty();
        _server.Statements.ShouldBe(plan.Steps.Select(step => step.Statement), ignoreOrder: true, "what is printed is what runs");
    }

    [Fact]
    public async Task Running_a_plan_again_sends_nothing()
    {
        AddPumps(3);
        SchemaPlan plan = SchemaPlanner.Plan(s_model, await SchemaReader.CompareAsync(_server, s_model, CancellationToken.None));
        await Executor().RunAsync(plan, CancellationToken.None);
        int before = _server.Statements.Count;

        (await Executor().RunAsync(plan, CancellationToken.None)).ShouldBe(0);

        _server.Statements.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Databases_come_before_anything_in_them()
    {
        SchemaPlan plan = SchemaPlanner.Plan(s_model, await SchemaReader.CompareAsync(_server, s_model, CancellationToken.None));

        await Executor().RunAsync(plan, CancellationToken.None);

        _server.Statements.ShouldBe(["CREATE DATABASE root.plant", "CREATE DATABASE root.works", "CREATE ALIGNED TIMESERIES root.works.clock(drift DOUBLE)"]);
    }

    [Fact]
    public async Task A_connection_lost_at_any_statement_changes_nothing_in_the_end()
    {
        for (int lost = 0; lost < 3; lost++)
        {
            foreach (bool executed in (bool[])[true, false])
            {
                var server = new ScriptedServer(new ModelledServer());
                SchemaPlan plan = SchemaPlanner.Plan(s_model, await SchemaReader.CompareAsync(server, s_model, CancellationToken.None));
                for (int i = 0; i < lost; i++)
                {
                    server.Pass();
                }

                server.Lose(executed);

                await new SchemaExecutor(server, TimeProvider.System, NullLogger.Instance).RunAsync(plan, CancellationToken.None);

                (await SchemaReader.CompareAsync(server, s_model, CancellationToken.None)).ShouldBeEmpty($"lost {lost}, executed {executed}");
            }
        }
    }

    [Fact]
    public async Task Instances_that_start_together_all_succeed()
    {
        AddPumps(20);
        SchemaPlan plan = SchemaPlanner.Plan(s_model, await SchemaReader.CompareAsync(_server, s_model, CancellationToken.None));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Executor().RunAsync(plan, CancellationToken.None))));

        (await SchemaReader.CompareAsync(_server, s_model, CancellationToken.None)).ShouldBeEmpty();
    }

    private void AddPumps(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _server.Model.AddDevice($"root.plant.p{i}", aligned: true, Schemas.Series("a"));
        }
    }

    private SchemaExecutor Executor() => new(_server, TimeProvider.System, NullLogger.Instance);
}
