using IoTDB.Client;
using IoTDB.Orm.Schema;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

public sealed class StepRunnerTests
{
    private static readonly EntitySchema s_pump = Schemas.Entity("Pump", "root.plant.p1", Schemas.Series("a"), Schemas.Series("b"), Schemas.Series("c"));

    private readonly ScriptedServer _server = new(new ModelledServer());

    [Fact]
    public async Task A_new_device_is_created_by_one_statement_and_read_back()
    {
        (await Run(readFirst: false)).ShouldBeTrue();

        _server.Statements.ShouldBe(["CREATE ALIGNED TIMESERIES root.plant.p1(a DOUBLE, b DOUBLE, c DOUBLE)"]);
        _server.Reads.ShouldBe(2, "SHOW DEVICES and SHOW TIMESERIES");
    }

    [Fact]
    public async Task A_device_that_is_right_needs_no_statement()
    {
        _server.Model.AddDevice("root.plant.p1", aligned: true, [.. s_pump.Measurements]);

        (await Run()).ShouldBeFalse();
        _server.Statements.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_missing_names_are_sent_because_one_that_exists_refuses_all()
    {
        _server.Model.AddDevice("root.plant.p1", aligned: true, s_pump.Measurements[1]);

        await Run(readFirst: false);

        _server.Statements.ShouldBe(
        [
            "CREATE ALIGNED TIMESERIES root.plant.p1(a DOUBLE, b DOUBLE, c DOUBLE)",
            "CREATE ALIGNED TIMESERIES root.plant.p1(a DOUBLE, c DOUBLE)",
        ]);
        _server.Model.Devices["root.plant.p1"].Series.Keys.ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(505)]
    [InlineData(506)]
    public async Task What_another_instance_created_meanwhile_is_subtracted(int code)
    {
        _server.Refuse(code, () => _server.Model.AddDevice("root.plant.p1", aligned: true, s_pump.Measurements[0]));

        (await Run()).ShouldBeTrue();

        _server.Statements[^1].ShouldBe("CREATE ALIGNED TIMESERIES root.plant.p1(b DOUBLE, c DOUBLE)");
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_lost_answer_is_decided_by_reading(bool executed, int statements)
    {
        _server.Lose(executed);

        await Run();

        _server.Statements.Count.ShouldBe(statements);
        _server.Model.Devices["root.plant.p1"].Series.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_device_being_deleted_is_waited_for()
    {
        var clock = new ManualTimeProvider();
        _server.Refuse(504);
        _server.Refuse(504);
        Task<bool> run = Run(clock: clock);

        await Advance(clock, run);

        (await run).ShouldBeTrue();
        _server.Statements.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Waiting_ends_with_the_servers_own_answer()
    {
        var clock = new ManualTimeProvider();
        for (int i = 0; i < 10; i++)
        {
            _server.Refuse(504);
        }

        Task<bool> run = Run(clock: clock);
        await Advance(clock, run);

        (await Should.ThrowAsync<IoTDBException>(run)).StatusCode.ShouldBe(504);
        _server.Statements.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_server_that_answers_exists_and_shows_nothing_is_not_asked_for_ever()
    {
        for (int i = 0; i < 10; i++)
        {
            _server.Refuse(503);
        }

        (await Should.ThrowAsync<IoTDBException>(Run())).StatusCode.ShouldBe(503);
        _server.Statements.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(507)]
    [InlineData(516)]
    [InlineData(700)]
    [InlineData(803)]
    public async Task Limits_rights_and_syntax_stop_at_once(int code)
    {
        _server.Refuse(code);

        (await Should.ThrowAsync<IoTDBException>(Run())).StatusCode.ShouldBe(code);
        _server.Statements.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_alignment_is_a_conflict_that_names_both_shapes()
    {
        _server.Model.AddDevice("root.plant.p1", aligned: false, s_pump.Measurements[0]);

        SchemaMismatchException conflict = await Should.ThrowAsync<SchemaMismatchException>(Run(readFirst: false));

        conflict.Message.ShouldBe(
            "Device root.plant.p1 exists in another shape than Pump needs:\n  - device root.plant.p1 is not aligned; Pump needs an aligned device");
    }

    [Fact]
    public async Task Another_type_is_a_conflict_and_nothing_is_sent()
    {
        _server.Model.AddDevice("root.plant.p1", aligned: true, Schemas.Series("a", TsDataType.Boolean));

        SchemaMismatchException conflict = await Should.ThrowAsync<SchemaMismatchException>(Run());

        conflict.Differences.ShouldHaveSingleItem().Found.ShouldBe("BOOLEAN");
        _server.Statements.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(501)]
    [InlineData(529)]
    public async Task A_database_that_another_instance_created_is_fine(int code)
    {
        _server.Refuse(code, () => _server.Model.Databases.Add("root.plant"));

        await new StepRunner(_server, TimeProvider.System).RunAsync(new CreateDatabaseStep("root.plant"), CancellationToken.None);

        _server.Statements.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_database_below_is_a_conflict()
    {
        _server.Refuse(529, () => _server.Model.Databases.Add("root.plant.line1"));

        SchemaMismatchException conflict = await Should.ThrowAsync<SchemaMismatchException>(
            new StepRunner(_server, TimeProvider.System).RunAsync(new CreateDatabaseStep("root.plant"), CancellationToken.None));

        conflict.Message.ShouldContain("root.plant.line1");
    }

    // The runner and the clock take turns: the clock moves whenever the runner has armed its timer.
    private static async Task Advance(ManualTimeProvider clock, Task run)
    {
        while (!run.IsCompleted)
        {
            await Task.Yield();
            if (clock.ArmedTimers > 0)
            {
                clock.Advance(TimeSpan.FromSeconds(5));
            }
        }
    }

    private Task<bool> Run(bool readFirst = true, TimeProvider? clock = null) =>
        new StepRunner(_server, clock ?? TimeProvider.System).RunAsync(s_pump, readFirst, CancellationToken.None);
}
