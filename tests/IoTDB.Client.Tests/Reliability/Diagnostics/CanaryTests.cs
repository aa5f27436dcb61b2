using System.Diagnostics;
using System.Diagnostics.Metrics;
using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>A password and a row value that nothing may repeat, through every kind of failure.</summary>
public sealed class CanaryTests : IAsyncLifetime, IDisposable
{
    private const string Password = "canary-password-7f3";
    private const double Value = 8172635.40918;
    private const string ValueText = "8172635";
    private readonly RecordingLog _log = new();
    private readonly List<string> _said = [];
    private readonly ManualTimeProvider _clock = new();
    private EmbeddedIoTDB _server = null!;
    private FaultBench _bench = null!;

    public async Task InitializeAsync()
    {
        _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Password = Password, MaxBlockRows = 2 });
        _bench = FaultBench.Start(_server.ConnectionString);
        await _bench.FillAsync(10);
    }

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _server.DisposeAsync();
    }

    public void Dispose() => _log.Dispose();

    [Fact]
    [Fault("F-141"), Proves("K-02"), Proves("K-03")]
    public async Task Canary_secret_never_appears()
    {
        using ActivityListener spans = new()
        {
            ShouldListenTo = source => source.Name == "IoTDB",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Hear($"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(spans);
        using MeterListener meters = new();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "IoTDB")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        meters.Start();

        await FailAsync("WrongPassword", "Password=canary-password-7f3-wrong", session => session.PingAsync().AsTask());
        await FailAsync("Refused", "", Write, () => _server.FailNext(507, "insertTablet"));
        await FailAsync("Rejected", "", Write, () => _server.FailNext(606, "insertTablet", count: 3));
        await FailAsync("Unknown", "", Write, () => _server.FailNext(9876, "insertTablet"));
        await FailAsync("Cut", "", session => session.ExecuteNonQueryAsync(Sql()), () => Fault(FaultDirection.ToClient, FaultAction.Cut, "executeStatementV2"));
        await FailAsync("Garbled", "", session => session.ExecuteNonQueryAsync(Sql()), () => Fault(FaultDirection.ToClient, FaultAction.Garble(0xFF), "executeStatementV2"));
        await FailAsync("Syntax", "", session => session.ExecuteNonQueryAsync($"create user u1 '{Password}' {Value:R} nonsense"));
        await FailAsync("Down", "OutageWait=00:00:00", Write, () => _bench.Proxy.Down());
        _bench.Proxy.Accept();

        string[] everything = [.. _said, .. _log.Entries.Select(entry => entry.Text)];
        everything.Length.ShouldBeGreaterThan(20);
        everything.ShouldAllBe(text => !text.Contains(Password, StringComparison.Ordinal));

        // What the server says of raw SQL it cannot read is its own; nothing the library says has the value.
        everything.Where(text => !text.StartsWith("Syntax", StringComparison.Ordinal)).ShouldAllBe(text => !text.Contains(ValueText, StringComparison.Ordinal));
    }

    [Theory]
    [Fault("F-142")]
    [InlineData("openSession")]
    [InlineData("select")]
    public async Task A_server_that_repeats_the_password_is_not_quoted_with_it(string pattern)
    {
        await using IoTDBDataSource source = Source("");
        if (pattern == "select")
        {
            await source.PingAsync();
        }

        _server.Faults.FailNext(700, pattern, message: $"login of root with {Password} is odd");
        IoTDBException failure = await Should.ThrowAsync<IoTDBException>(async () =>
        {
            await using ResultSet rows = await source.QueryAsync($"select v from root.nothing");
        });

        failure.ToString().ShouldNotContain(Password);
        failure.ServerMessage.ShouldBe("login of root with *** is odd");
        _log.Entries.ShouldAllBe(entry => !entry.Text.Contains(Password));
    }

    private static string Sql() => FormattableString.Invariant($"insert into root.canary.d(time, v) values (1, {Value:R})");

    private Task Write(Session session) => FaultBench.WriteAsync(session, _bench.Device, 1, Value);

    private void Fault(FaultDirection direction, FaultAction action, string method) => _bench.Proxy.Schedule.Add(new(direction, action) { Method = method, Byte = 8 });

    private IoTDBDataSource Source(string more) =>
        new IoTDBDataSourceBuilder($"Host=127.0.0.1:{_bench.Proxy.Port};Username=root;Password={Password};{more}").UseLoggerFactory(_log).Build();

    private async Task FailAsync(string what, string more, Func<Session, Task> call, Action? fault = null)
    {
        await using IoTDBDataSource source = Source(more);
        Exception failure = await Should.ThrowAsync<Exception>(async () =>
        {
            if (more.Length == 0)
            {
                await source.PingAsync();
            }

            fault?.Invoke();
            await using SessionLease lease = await source.RentAsync();
            await call(lease.Session);
        });
        Hear($"{what}: {failure} {(failure as IoTDBException)?.ServerMessage} {source} {source.Statistics}");
    }

    private void Hear(string text)
    {
        lock (_said)
        {
            _said.Add(text);
        }
    }
}
