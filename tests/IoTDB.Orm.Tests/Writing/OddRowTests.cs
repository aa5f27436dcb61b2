using IoTDB.Orm.Writing;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Writing;

/// <summary>Rows that generated code cannot encode: the failure names row, device, time and measurement.</summary>
public sealed class OddRowTests
{
    private static readonly DateTime s_moment = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly RecordingSender _sender = new();

    private RowWriter<OddRow> Writer => new(OddRow.Model, _sender, new OpenGate(), new WriteLimits(100, 1_000_000, TimeSpan.FromSeconds(1)), TimeProvider.System);

    [Theory]
    [Fault("F-115"), Fault("F-110")]
    [InlineData("first", "half of a surrogate pair at 1")]
    [InlineData("second", "half of a surrogate pair at 0")]
    [InlineData("missing second", "not nullable")]
    [InlineData("day", "days from 1000-01-01 to 9999-12-31")]
    [InlineData("moment", "kind Unspecified")]
    public async Task The_row_and_its_measurement_are_named(string what, string why)
    {
        OddRow odd = what switch
        {
            "first" => Row("b", 3) with { First = "a\uD83D" },
            "second" => Row("b", 3) with { Second = "\uDC00" },
            "missing second" => Row("b", 3) with { Second = null! },
            "day" => Row("b", 3) with { Day = new DateOnly(999, 12, 31) },
            _ => Row("b", 3) with { Moment = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) },
        };

        ArgumentException error = await Should.ThrowAsync<ArgumentException>(() => Writer.InsertAsync([Row("a", 1), Row("b", 2), odd, Row("b", 4)], null, default));

        error.Message.ShouldStartWith($"Row 2 of root.odd_rows.b at 1970-01-01T00:00:00.0030000Z, measurement '{what[(what.IndexOf(' ') + 1)..]}', cannot be stored: ");
        error.Message.ShouldContain(why);
        error.Message.ShouldEndWith("Nothing of this call is stored.");
        error.Message.ShouldNotContain("0999");
        _sender.Attempts.ShouldBe(0);
    }

    [Fact]
    [Fault("F-115")]
    public async Task What_is_stored_already_is_said()
    {
        OddRow[] rows = [.. Enumerable.Range(0, 150).Select(static i => Row("a", i)), Row("a", 150) with { First = "\uD83D" }];
        ArgumentException error = await Should.ThrowAsync<ArgumentException>(() => Writer.InsertAsync(rows, null, default));
        error.Message.ShouldStartWith("Row 150 of root.odd_rows.a at ");
        error.Message.ShouldEndWith("100 rows of this call are stored already; inserting them again is harmless.");
    }

    private static OddRow Row(string name, long time) =>
        new() { Name = name, Time = time, First = "1234567890", Day = new DateOnly(2026, 1, 1), Moment = s_moment, Second = "words of some length", Bytes = [1, 2, 3] };
}
