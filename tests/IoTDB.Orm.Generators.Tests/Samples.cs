namespace IoTDB.Orm.Generators.Tests;

/// <summary>Classes that several tests map.</summary>
internal static class Samples
{
    /// <summary>The class of the design's first page.</summary>
    public const string Pump = """
        namespace Plant.Model;

        /// <summary>One reading of a pump.</summary>
        [Device("root.plant.{Line}.{Pump}")]
        public sealed partial class PumpReading
        {
            /// <summary>The line, as it is <b>painted</b> on the floor.</summary>
            public required string Line { get; init; }

            public required string Pump { get; init; }

            [Time] public DateTimeOffset Time { get; init; }

            /// <summary>Of the oil, in °C; see <see cref="Pressure"/>.</summary>
            public double? Temperature { get; init; }

            [Measurement("pressure_bar", Alias = "p", Encoding = TsEncoding.Gorilla, Compression = TsCompression.Lz4)]
            [SeriesTag("unit", "bar"), SeriesAttribute("sensor", "PT-100")]
            public float? Pressure { get; init; }

            public bool? Running { get; init; }

            public PumpMode? Mode { get; init; }

            public string? Note { get; init; }

            [Measurement(Converter = typeof(CelsiusConverter))]
            public Celsius? Bearing { get; init; }

            [Measurement(OnNull = NullRead.Throw)] public int Quality { get; init; }

            [IoTDBIgnore] public string? Operator { get; set; }
        }

        public enum PumpMode { Off = 0, Auto = 1, Manual = 2 }

        public readonly record struct Celsius(double Value);

        public sealed class CelsiusConverter : IValueConverter<Celsius, double>
        {
            public static double ToStore(Celsius value) => value.Value;

            public static Celsius FromStore(double value) => new(value);
        }
        """;

    /// <summary>Every type that can be stored, nullable and not.</summary>
    public const string Everything = """
        [Device("root.all.{Text}.{Small}.{Large}.{Kind}")]
        public partial record Everything
        {
            public required string Text { get; init; }
            public required byte Small { get; init; }
            public required ulong Large { get; init; }
            public required Kind Kind { get; init; }
            [Time] public DateTime Time { get; init; }
            public bool Flag { get; init; }
            public sbyte Int8 { get; init; }
            public byte UInt8 { get; init; }
            public short Int16 { get; init; }
            public ushort UInt16 { get; init; }
            public int Int32 { get; init; }
            public uint UInt32 { get; init; }
            public long Int64 { get; init; }
            public float Single { get; init; }
            public double Double { get; init; }
            public string Words { get; init; } = "";
            public byte[] Bytes { get; init; } = [];
            public DateOnly Day { get; init; }
            public DateTimeOffset Instant { get; init; }
            public DateTime Moment { get; init; }
            public Kind Enum { get; init; }
            [Measurement(DataType = TsDataType.String)] public Kind EnumText { get; init; }
            [Measurement(DataType = TsDataType.Int64)] public int Wide { get; init; }
            [Measurement(DataType = TsDataType.Double)] public float WideFloat { get; init; }
            [Measurement(DataType = TsDataType.Timestamp)] public long Ticks { get; init; }
            [Measurement(Converter = typeof(GuidText))] public Guid Id { get; init; }
            [Measurement(Converter = typeof(SpanTicks))] public TimeSpan Span { get; init; }
            [Measurement(Converter = typeof(PlaceText))] public Place Place { get; init; } = new("");
            public bool? FlagN { get; init; }
            public sbyte? Int8N { get; init; }
            public byte? UInt8N { get; init; }
            public short? Int16N { get; init; }
            public ushort? UInt16N { get; init; }
            public int? Int32N { get; init; }
            public uint? UInt32N { get; init; }
            public long? Int64N { get; init; }
            public float? SingleN { get; init; }
            public double? DoubleN { get; init; }
            public string? WordsN { get; init; }
            public byte[]? BytesN { get; init; }
            public DateOnly? DayN { get; init; }
            public DateTimeOffset? InstantN { get; init; }
            public DateTime? MomentN { get; init; }
            public Kind? EnumN { get; init; }
            [Measurement(DataType = TsDataType.String)] public Kind? EnumTextN { get; init; }
            [Measurement(DataType = TsDataType.Int64)] public int? WideN { get; init; }
            [Measurement(DataType = TsDataType.Double)] public float? WideFloatN { get; init; }
            [Measurement(Converter = typeof(GuidText))] public Guid? IdN { get; init; }
            [Measurement(Converter = typeof(SpanTicks))] public TimeSpan? SpanN { get; init; }
            [Measurement(Converter = typeof(PlaceText))] public Place? PlaceN { get; init; }
            [Measurement(OnNull = NullRead.Default)] public bool FlagD { get; init; }
            [Measurement(OnNull = NullRead.Default)] public int Int32D { get; init; }
            [Measurement(OnNull = NullRead.Default)] public byte UInt8D { get; init; }
            [Measurement(OnNull = NullRead.Default)] public double DoubleD { get; init; }
            [Measurement(OnNull = NullRead.Default)] public string WordsD { get; init; } = "";
            [Measurement(OnNull = NullRead.Default)] public byte[] BytesD { get; init; } = [];
            [Measurement(OnNull = NullRead.Default)] public DateOnly DayD { get; init; }
            [Measurement(OnNull = NullRead.Default)] public DateTimeOffset InstantD { get; init; }
            [Measurement(OnNull = NullRead.Default)] public Kind EnumD { get; init; }
            [Measurement(OnNull = NullRead.Default, DataType = TsDataType.String)] public Kind EnumTextD { get; init; }
            [Measurement(OnNull = NullRead.Default, Converter = typeof(SpanTicks))] public TimeSpan SpanD { get; init; }
            [Measurement(OnNull = NullRead.Default, Converter = typeof(GuidText))] public Guid IdD { get; init; }
        }

        public enum Kind { Off = 0, On = 1, @event = 2, Alias = 1 }

        public sealed record Place(string Name);

        public sealed class PlaceText : IValueConverter<Place, string>
        {
            public static string ToStore(Place value) => value.Name;
            public static Place FromStore(string value) => new(value);
        }

        public sealed class GuidText : IValueConverter<Guid, string>
        {
            public static string ToStore(Guid value) => value.ToString("N");
            public static Guid FromStore(string value) => Guid.ParseExact(value, "N");
        }

        public sealed class SpanTicks : IValueConverter<TimeSpan, long>
        {
            public static long ToStore(TimeSpan value) => value.Ticks;
            public static TimeSpan FromStore(long value) => new(value);
        }
        """;
}
