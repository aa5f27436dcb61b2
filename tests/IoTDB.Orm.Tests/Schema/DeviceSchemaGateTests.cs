using IoTDB.Orm.Schema;
using IoTDB.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

public sealed class DeviceSchemaGateTests
{
    private static readonly EntitySchema s_wishes = Schemas.Entity("Pump", "root.plant.*", Schemas.Series("a", encoding: TsEncoding.Gorilla), Schemas.Series("b"));
    private static readonly EntitySchema s_none = Schemas.Entity("Plain", "root.plant.*", Schemas.Series("a"), Schemas.Series("b"));

    private readonly ScriptedServer _server = new(new ModelledServer());
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task The_first_write_creates_the_device_with_the_declared_encodings()
    {
        await Gate().EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None);

        _server.Statements.ShouldBe(["CREATE ALIGNED TIMESERIES root.plant.p1(a DOUBLE ENCODING=GORILLA, b DOUBLE)"]);
    }

    [Fact]
    public async Task The_second_write_completes_at_once_and_asks_nothing()
    {
        DeviceSchemaGate gate = Gate();
        await gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None);
        int reads = _server.Reads;

        ValueTask second = gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None);

        second.IsCompletedSuccessfully.ShouldBeTrue();
        await second;

        _server.Reads.ShouldBe(reads);
    }

    [Fact]
    public async Task A_class_without_wishes_leaves_creation_to_the_insert()
    {
        await Gate().EnsureAsync(s_none, "root.plant.p1", CancellationToken.None);

        _server.Statements.ShouldBeEmpty();
        _server.Reads.ShouldBe(0);
    }

    [Fact]
    public async Task Many_writers_of_a_new_device_make_one_statement()
    {
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Hold = hold.Task;
        DeviceSchemaGate gate = Gate();
        Task[] writers = [.. Enumerable.Range(0, 50).Select(_ => gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None).AsTask())];

        hold.SetResult();
        await Task.WhenAll(writers);

        _server.Statements.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_writer_that_gives_up_does_not_take_the_others_with_it()
    {
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Hold = hold.Task;
        DeviceSchemaGate gate = Gate();
        using var impatient = new CancellationTokenSource();
        Task first = gate.EnsureAsync(s_wishes, "root.plant.p1", impatient.Token).AsTask();
        Task second = gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None).AsTask();

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        hold.SetResult();
        await second;

        _server.Statements.Count.ShouldBe(1);
    }

    [Fact]
    public async Task All_devices_of_one_write_are_ensured()
    {
        string[] devices = [.. Enumerable.Range(0, 200).Select(i => $"root.plant.p{i}")];

        await Gate().EnsureAsync(s_wishes, devices, CancellationToken.None);

        _server.Model.Devices.Keys.ShouldBe(devices, ignoreOrder: true);
    }

    [Fact]
    public async Task A_device_in_another_shape_fails_and_is_not_asked_about_again_for_half_a_minute()
    {
        _server.Model.AddDevice("root.plant.p1", aligned: false, Schemas.Series("a"));
        DeviceSchemaGate gate = Gate();
        await Should.ThrowAsync<SchemaMismatchException>(gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None).AsTask());
        int reads = _server.Reads;

        SchemaMismatchException again = await Should.ThrowAsync<SchemaMismatchException>(
            gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None).AsTask());
        _server.Reads.ShouldBe(reads);
        again.Message.ShouldContain("is not aligned");

        _clock.Advance(TimeSpan.FromSeconds(31));
        _server.Model.Devices.Remove("root.plant.p1");
        await gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None);
        _server.Model.Devices["root.plant.p1"].IsAligned.ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        _server.Refuse(803);
        DeviceSchemaGate gate = Gate();
        await Should.ThrowAsync<Client.IoTDBException>(gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None).AsTask());

        await gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None);

        _server.Statements.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_forgotten_device_is_ensured_again()
    {
        DeviceSchemaGate gate = Gate();
        await gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None);
        _server.Model.Devices.Remove("root.plant.p1");

        gate.Forget(s_wishes, "root.plant.p1");
        await gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None);

        _server.Model.Devices.ShouldContainKey("root.plant.p1");
    }

    [Fact]
    public async Task After_an_hour_a_device_is_looked_at_again()
    {
        DeviceSchemaGate gate = Gate();
        await gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None);
        _server.Model.Devices.Remove("root.plant.p1");

        _clock.Advance(TimeSpan.FromMinutes(67));
        await gate.EnsureAsync(s_wishes, "root.plant.p1", CancellationToken.None);

        _server.Model.Devices.ShouldContainKey("root.plant.p1");
    }

    private DeviceSchemaGate Gate() => new(_server, _clock, NullLogger.Instance);
}
