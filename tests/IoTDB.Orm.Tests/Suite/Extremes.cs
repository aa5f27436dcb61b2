using Shouldly;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>The ends of every data type, and rows in which only one cell has a value.</summary>
internal static class Extremes
{
    public static List<Everything> Rows(string id, DateTimeOffset start)
    {
        Func<DateTimeOffset, Everything>[] rows =
        [
            t => new() { Id = id, Time = t, Flag = true, Small = int.MinValue, Large = long.MinValue, Single = float.MinValue, Double = double.MinValue, Text = "", Words = "", Bytes = [], Day = new DateOnly(1000, 1, 1), Seen = DateTimeOffset.UnixEpoch },
            t => new() { Id = id, Time = t, Flag = false, Small = int.MaxValue, Large = long.MaxValue, Single = float.MaxValue, Double = double.MaxValue, Text = new string('x', 70_000), Words = new string('ü', 1000), Bytes = new byte[1000], Day = new DateOnly(9999, 12, 31), Seen = new(1901, 2, 3, 4, 5, 6, 7, TimeSpan.Zero) },
            t => new() { Id = id, Time = t, Single = float.NaN, Double = double.NaN },
            t => new() { Id = id, Time = t, Single = float.PositiveInfinity, Double = double.PositiveInfinity },
            t => new() { Id = id, Time = t, Single = float.NegativeInfinity, Double = double.NegativeInfinity },
            t => new() { Id = id, Time = t, Single = -0f, Double = -0d },
            t => new() { Id = id, Time = t, Single = float.Epsilon, Double = double.Epsilon },
            t => new() { Id = id, Time = t, Small = 0, Large = 0, Single = 0, Double = 0 },
            t => new() { Id = id, Time = t, Flag = true },
            t => new() { Id = id, Time = t, Small = -1 },
            t => new() { Id = id, Time = t, Large = -1 },
            t => new() { Id = id, Time = t, Text = "温度 🚀 \u0001\n'\"\\`" },
            t => new() { Id = id, Time = t, Words = "null" },
            t => new() { Id = id, Time = t, Bytes = [0, 255, 128, 10, 39] },
            t => new() { Id = id, Time = t, Day = new DateOnly(2024, 2, 29) },
            t => new() { Id = id, Time = t, Day = new DateOnly(1969, 7, 20) },
            t => new() { Id = id, Time = t, Seen = new(2262, 4, 11, 0, 0, 0, TimeSpan.Zero) },
        ];
        return [.. rows.Select((row, i) => row(start.AddSeconds(i)))];
    }

    public static void ShouldEqual(Everything actual, Everything expected)
    {
        actual.Id.ShouldBe(expected.Id);
        actual.Time.ShouldBe(expected.Time);
        actual.Flag.ShouldBe(expected.Flag);
        actual.Small.ShouldBe(expected.Small);
        actual.Large.ShouldBe(expected.Large);
        Bits(actual.Single).ShouldBe(Bits(expected.Single));
        Bits(actual.Double).ShouldBe(Bits(expected.Double));
        actual.Text.ShouldBe(expected.Text);
        actual.Words.ShouldBe(expected.Words);
        actual.Bytes.ShouldBe(expected.Bytes);
        actual.Day.ShouldBe(expected.Day);
        actual.Seen.ShouldBe(expected.Seen);
    }

    // By bits, so that -0 is not 0; any NaN is a NaN, because the server's runtime knows only one.
    private static int? Bits(float? value) => value is { } known ? BitConverter.SingleToInt32Bits(float.IsNaN(known) ? float.NaN : known) : null;

    private static long? Bits(double? value) => value is { } known ? BitConverter.DoubleToInt64Bits(double.IsNaN(known) ? double.NaN : known) : null;
}
