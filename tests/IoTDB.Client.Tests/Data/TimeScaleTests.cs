using FsCheck;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Data;

public sealed class TimeScaleTests
{
    private static readonly DateTimeOffset s_instant = new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2));

    [Theory]
    [InlineData(TimePrecision.Milliseconds, 1772593567123)]
    [InlineData(TimePrecision.Microseconds, 1772593567123456)]
    [InlineData(TimePrecision.Nanoseconds, 1772593567123456700)]
    public void Instants_are_counted_in_the_servers_unit(TimePrecision precision, long timestamp)
    {
        DateTimeOffset instant = s_instant.AddTicks(1_234_567);
        TimeScale scale = new(precision);

        scale.FromDateTimeOffset(instant).ShouldBe(timestamp);
        scale.FromDateTime(instant.UtcDateTime).ShouldBe(timestamp);
        scale.ToDateTimeOffset(timestamp).Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void What_is_finer_than_the_unit_is_cut_off_towards_the_past()
    {
        TimeScale scale = new(TimePrecision.Milliseconds);

        scale.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddTicks(9_999)).ShouldBe(0);
        scale.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddTicks(-1)).ShouldBe(-1);
        scale.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddTicks(-10_000)).ShouldBe(-1);
        scale.FromTimeSpan(TimeSpan.FromTicks(-9_999)).ShouldBe(0);
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public void A_time_of_another_kind_is_refused(DateTimeKind kind) =>
        Should.Throw<ArgumentException>(() => new TimeScale(TimePrecision.Milliseconds).FromDateTime(new DateTime(2026, 1, 1, 0, 0, 0, kind)));

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new TimeScale(TimePrecision.Nanoseconds).FromDateTimeOffset(DateTimeOffset.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => new TimeScale(TimePrecision.Milliseconds).ToDateTimeOffset(long.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => new TimeScale(TimePrecision.Microseconds).ToDateTimeOffset(long.MinValue));
        Should.Throw<ArgumentOutOfRangeException>(() => new TimeScale(TimePrecision.Milliseconds).ToDateTimeOffset(253402300800000));
    }

    [Fact]
    public void Timestamps_survive_the_way_there_and_back()
    {
        foreach (TimePrecision precision in Enum.GetValues<TimePrecision>())
        {
            TimeScale scale = new(precision);
            long unit = precision == TimePrecision.Nanoseconds ? 100 : 1; // .NET counts 100 ns
            Prop.ForAll<int, int>((high, low) =>
            {
                long timestamp = (((long)high << 16) ^ low) * unit;
                return scale.FromDateTimeOffset(scale.ToDateTimeOffset(timestamp)) == timestamp;
            }).QuickCheckThrowOnFailure();
        }
    }
}
