using IoTDB.Orm.Generators.Tests.Entities;

namespace IoTDB.Orm.Generators.Tests.Running;

/// <summary>Rows with every kind of value, extremes included.</summary>
internal static class Everies
{
    private static readonly Mode[] s_modes = [Mode.Off, Mode.Auto, Mode.Manual, (Mode)77];

    /// <summary>The nth row; every third has no optional value.</summary>
    public static Every Row(int n)
    {
        bool missing = n % 3 == 2;
        var random = new Random(n);
        DateTimeOffset instant = DateTimeOffset.FromUnixTimeMilliseconds(random.NextInt64(-62_135_596_800_000, 253_402_300_799_999));
        Every row = new()
        {
            Site = "hall.1 `north`",
            Number = -12,
            Kind = Mode.Manual,
            Time = DateTimeOffset.FromUnixTimeMilliseconds((n * 1000L) - 5000),
            Flag = n % 2 == 0,
            Int8 = n % 2 == 0 ? sbyte.MinValue : sbyte.MaxValue,
            UInt8 = (byte)random.Next(256),
            Int16 = n % 2 == 0 ? short.MinValue : short.MaxValue,
            UInt16 = n % 2 == 0 ? ushort.MinValue : ushort.MaxValue,
            Int32 = n % 2 == 0 ? int.MinValue : int.MaxValue,
            UInt32 = n % 2 == 0 ? uint.MaxValue : 5,
            Int64 = n % 2 == 0 ? long.MinValue : long.MaxValue,
            Single = n switch { 0 => float.NaN, 1 => float.NegativeInfinity, 2 => float.Epsilon, _ => random.NextSingle() },
            Double = n switch { 0 => double.PositiveInfinity, 1 => double.NaN, 2 => -0.0, _ => random.NextDouble() },
            Words = n % 4 == 0 ? "" : n % 4 == 1 ? "same text" : "Größe " + new string('x', n),
            Bytes = [.. Enumerable.Range(0, n % 9).Select(static i => (byte)(i * 31))],
            Day = n % 2 == 0 ? new DateOnly(1000, 1, 1) : new DateOnly(9999, 12, 31),
            Instant = instant,
            Moment = instant.UtcDateTime,
            Mode = s_modes[n % 4],
            ModeText = s_modes[n % 4],
            Wide = n % 2 == 0 ? int.MinValue : int.MaxValue,
            WideSingle = float.MaxValue,
            Id = new Guid(n, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            Span = TimeSpan.FromTicks(random.NextInt64()),
        };
        return missing ? row : row with
        {
            FlagN = row.Flag,
            UInt8N = row.UInt8,
            Int32N = row.Int32,
            UInt32N = row.UInt32,
            Int64N = row.Int64,
            SingleN = row.Single,
            DoubleN = row.Double,
            WordsN = row.Words,
            BytesN = row.Bytes,
            DayN = row.Day,
            InstantN = row.Instant,
            MomentN = row.Moment,
            ModeN = row.Mode,
            ModeTextN = row.ModeText,
            IdN = row.Id,
            SpanN = row.Span,
        };
    }

    /// <summary>Compares by value, where the record compares byte arrays by reference.</summary>
    public static void ShouldEqual(Every actual, Every expected)
    {
        actual.Bytes.ShouldBe(expected.Bytes);
        actual.BytesN.ShouldBe(expected.BytesN);
        (actual with { Bytes = expected.Bytes, BytesN = expected.BytesN }).ShouldBe(expected);
    }
}
