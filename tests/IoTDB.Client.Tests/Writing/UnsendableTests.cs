using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Writing;

/// <summary>Values that have no form on the wire: the failure says where they are, why and what to try, and nothing is sent.</summary>
public sealed class UnsendableTests : IAsyncLifetime
{
    private const string Half = "a\uD83D";
    private static readonly DateTimeOffset s_time = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private EmbeddedIoTDB _server = null!;
    private IoTDBDataSource _source = null!;
    private SessionLease _lease;

    private Session Session => _lease.Session;

    public async Task InitializeAsync()
    {
        _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Precision = TimePrecision.Nanoseconds });
        _source = new IoTDBDataSourceBuilder(_server.ConnectionString + ";MaxRequestBytes=4200").Build();
        _lease = await _source.RentAsync();
    }

    public async Task DisposeAsync()
    {
        await _lease.DisposeAsync();
        await _source.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [Fault("F-115"), Fault("F-110")]
    [InlineData("text", "half of a surrogate pair at 1", "BLOB")]
    [InlineData("day", "days from 1000-01-01 to 9999-12-31", "leave the value out")]
    [InlineData("instant", "nanoseconds, which reach from 1677-09-21 to 2262-04-11", "leave it out")]
    public async Task A_cell_of_a_tablet_is_named_though_it_comes_late_in_a_write_of_many_requests(string column, string why, string advice)
    {
        using Tablet before = new("root.odd.a", [("n", TsDataType.Int32)]);
        before.Add(s_time, 1);
        using Tablet tablet = new(
            "root.odd.b", [("n", TsDataType.Int32), ("text", TsDataType.Text), ("day", TsDataType.Date), ("instant", TsDataType.Timestamp)]);
        for (int row = 0; row < 1000; row++)
        {
            bool isOdd = row == 901;
            tablet.Add(
                s_time.AddSeconds(row),
                row,
                isOdd && column == "text" ? Half : "fine",
                row == 5 ? (DateOnly?)null : isOdd && column == "day" ? new DateOnly(999, 12, 31) : new DateOnly(2026, 1, 1),
                isOdd && column == "instant" ? DateTimeOffset.MaxValue : s_time);
        }

        ArgumentException error = await Should.ThrowAsync<ArgumentException>(() => Session.InsertTabletsAsync([before, tablet]));

        error.Message.ShouldStartWith($"Tablet 1, row 901 of 'root.odd.b' at 2026-05-01T12:15:01.0000000Z, measurement '{column}', cannot be stored: ");
        error.Message.ShouldContain(why);
        error.Message.ShouldContain(advice);
        error.Message.ShouldEndWith("Nothing was sent.");
        error.Message.ShouldNotContain("0999");
        error.Message.ShouldNotContain("\uD83D");
        await NothingIsThereAsync();
    }

    [Fact]
    [Fault("F-106")]
    public async Task A_time_is_named_as_the_time()
    {
        using Tablet tablet = new("root.odd.b", [("n", TsDataType.Int32)]);
        tablet.Add(s_time, 1);
        tablet.Add(DateTimeOffset.MaxValue, 2);
        (await Should.ThrowAsync<ArgumentException>(() => Session.InsertTabletAsync(tablet)))
            .Message.ShouldStartWith("Row 1 of 'root.odd.b' at 9999-12-31T23:59:59.9999999Z (its time), cannot be stored: the server counts nanoseconds");

        (await Should.ThrowAsync<ArgumentException>(() => Session.InsertRecordsAsync(
            [new Record("root.odd.a", s_time).Add("n", 1), new Record("root.odd.b", DateTimeOffset.MaxValue).Add("n", 1)])))
            .Message.ShouldStartWith("Record 1, a record of 'root.odd.b' at 9999-12-31T23:59:59.9999999Z (its time), cannot be stored: the server counts nanoseconds");

        (await Should.ThrowAsync<ArgumentException>(() => Session.InsertRecordsAsync(
            [new Record("root.odd.a", s_time).Add("n", 1), new Record("root.odd.b", s_time).Add("n", 1).Add("instant", DateTimeOffset.MinValue)])))
            .Message.ShouldStartWith("Record 1, a record of 'root.odd.b' at 2026-05-01T12:00:00.0000000Z, measurement 'instant', cannot be stored: the server counts nanoseconds");
        await NothingIsThereAsync();
    }

    [Fact]
    [Fault("F-115"), Fault("F-110")]
    public void Records_refuse_a_value_when_it_is_added()
    {
        Should.Throw<ArgumentException>(() => new Record("root.odd.b", s_time).Add("text", Half))
            .Message.ShouldStartWith("The record of 'root.odd.b' at 2026-05-01T12:00:00.0000000Z, measurement 'text', cannot be stored: the text holds half");
        Should.Throw<ArgumentOutOfRangeException>(() => new Record("root.odd.b", 7L).Add("day", new DateOnly(999, 12, 31)))
            .Message.ShouldStartWith("The record of 'root.odd.b' at 7, measurement 'day', cannot be stored: the server stores days from 1000-01-01 to 9999-12-31");
        Should.Throw<ArgumentException>(() => new StringRecord("root.odd.b", 7).Add("text", Half))
            .Message.ShouldStartWith("The record of 'root.odd.b' at 7, measurement 'text', cannot be stored: the text holds half");
    }

    [Fact]
    [Fault("F-109")]
    public async Task A_row_above_the_request_limit_is_named_with_the_measurement_that_is_large()
    {
        using Tablet tablet = new("root.odd.b", [("short", TsDataType.Text), ("long", TsDataType.Text)]);
        tablet.Add(7L, "s", "s");
        tablet.Add(8L, "s", new string('x', 5000));

        IoTDBRequestTooLargeException error = await Should.ThrowAsync<IoTDBRequestTooLargeException>(() => Session.InsertTabletAsync(tablet));

        error.Message.ShouldStartWith("Row 1 of 'root.odd.b' at 8 takes ");
        error.Message.ShouldContain("most of them in measurement 'long'");
        await NothingIsThereAsync();
    }

    [Fact]
    public async Task The_first_and_the_last_day_and_missing_ones_are_sent()
    {
        using Tablet tablet = new("root.odd.b", [("day", TsDataType.Date)]);
        tablet.Add(1L, (DateOnly?)new DateOnly(1000, 1, 1));
        tablet.Add(2L, (DateOnly?)DateOnly.MaxValue);
        tablet.Add(3L, (DateOnly?)null);
        await Session.InsertTabletAsync(tablet);
        await using ResultSet rows = await Session.ExecuteQueryAsync("select day from root.odd.b");
        (await rows.ReadAsync()).ShouldBeTrue();
        rows.Get<DateOnly>(0).ShouldBe(new DateOnly(1000, 1, 1));
    }

    private async Task NothingIsThereAsync()
    {
        await using ResultSet series = await Session.ExecuteQueryAsync("show timeseries root.odd.**");
        (await series.ReadAsync()).ShouldBeFalse();
    }
}
