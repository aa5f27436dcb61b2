using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IoTDB.Orm.Generators.Tests;

/// <summary>What is generated compiles without a warning, whatever stands around it.</summary>
public sealed class CompileTests
{
    public static TheoryData<string> Shapes =>
    [
        // A property of every kind beside names that are keywords, types and locals of generated code.
        """
        namespace @event.System
        {
            public class System;
            public class IoTDB;
            public class Global;

            [Device("root.a.{@class}")]
            public partial class @event
            {
                public required string @class { get; init; }
                [Time] public DateTimeOffset @base { get; init; }
                public int? @int { get; init; }
                public string? @string { get; init; }
                public double? Rows { get; init; }
                public double? Row { get; init; }
                public double? Scale { get; init; }
                public double? Count { get; init; }
                public double? Cells { get; init; }
                public double? Times { get; init; }
                public double? Missing { get; init; }
                public double? Block { get; init; }
                public double? At { get; init; }
                public double? I { get; init; }
                public string? Value { get; init; }
                public string? value { get; init; }
            }
        }
        """.Replace("{@class}", "{class}", StringComparison.Ordinal).Replace("public string? value { get; init; }", "[Measurement(\"other\")] public string? value { get; init; }", StringComparison.Ordinal),

        // No keys, one text column.
        """
        [Device("root.a.`b c`")]
        internal partial class OnlyText
        {
            [Time] public long At { get; set; }
            public string? Words { get; set; }
        }
        """,

        // Positional records, also with properties of their own.
        """
        [Device("root.a.{Id}")]
        public sealed partial record Positional(
            int Id,
            [property: Time] DateTimeOffset Time,
            [property: Measurement("t")] double? Temperature,
            string Note = "x")
        {
            public required bool Flag { get; init; }
            public double? Other { get; set; }
            public double Sum => (Temperature ?? 0) + (Other ?? 0);
        }
        """,

        // Nested in classes, records, structs and interfaces.
        """
        namespace N;
        public partial interface IOuter
        {
            public partial record struct Middle
            {
                internal partial record Inner
                {
                    [Device("root.a.b")]
                    internal sealed partial class Deep
                    {
                        [Time] public DateTimeOffset Time { get; init; }
                        public float? Value { get; init; }
                    }
                }
            }
        }
        """,

        // Inherited, overridden, hidden, and set through a constructor alone.
        """
        public abstract class Common<T>
        {
            public required string Line { get; init; }
            public T? Shared { get; set; }
            public virtual double? Level { get; set; }
            public double? Hidden { get; set; }
        }

        [Device("root.a.{Line}")]
        public partial class Derived : Common<int?>
        {
            private Derived() { }
            [Time] public DateTimeOffset Time { get; protected set; }
            public override double? Level { get; set; }
            public new long? Hidden { get; set; }
            [Measurement] internal int? Inner { get; private set; }
        }

        [Device("root.b.{Line}")]
        public partial class Immutable(string line, DateTimeOffset time, double? level)
        {
            public string Line { get; } = line;
            [Time] public DateTimeOffset Time { get; } = time;
            public double? Level { get; } = level;
        }
        """,

        // Keys of every kind, and enums of every size.
        """
        public enum Small : byte { A = 1, B = 2, C = 2 }
        public enum Large : long { A = 1 }
        public enum Unsigned : uint { A = 1 }
        public enum Huge : ulong { A = 1 }

        [Device("root.a.{S}.{s}.{B}.{L}.{U}.{E}.{H}")]
        public partial record Keys
        {
            public required string S { get; init; }
            public required string s { get; init; }
            public required sbyte B { get; init; }
            public required long L { get; init; }
            public required ulong U { get; init; }
            public required Small E { get; init; }
            public required Huge H { get; init; }
            [Time] public DateTime Time { get; init; }
            public Small? Small { get; init; }
            public Large? Large { get; init; }
            public Unsigned? Unsigned { get; init; }
            [Measurement(DataType = TsDataType.Text)] public Huge? Huge { get; init; }
        }
        """,

        // Text of the user that would like to be code.
        """"
        [Device("root.a.`q\"uo`.`back``quote`.`}{`.`line\\n`")]
        public partial class Quoted
        {
            [Time] public DateTimeOffset Time { get; init; }
            /// <summary>A &lt;b&gt; &amp; */ "quote".</summary>
            [Measurement("a\"; } b", Alias = "\\\"")]
            [SeriesTag("k\"", "v\\"), SeriesTag("k\"", "w"), SeriesAttribute("```", "{0}")]
            public double? Value { get; init; }
            [Measurement("名前")] public double? Name { get; init; }
        }
        """",

        // What the user has marked as old is still mapped, without a word.
        """
        [Device("root.a.b")]
        public partial class Old
        {
            [Time] public DateTimeOffset Time { get; init; }
            [Obsolete] public double? Value { get; init; }
        }
        """,

        // Converters to each kind of store.
        """
        [Device("root.a.b")]
        public partial class Converters
        {
            [Time] public DateTimeOffset Time { get; init; }
            [Measurement(Converter = typeof(ToBytes))] public Box? Bytes { get; init; }
            [Measurement(Converter = typeof(ToBytes), OnNull = NullRead.Default)] public Box Bytes2 { get; init; } = new(1);
            [Measurement(Converter = typeof(ToDay))] public int? Day { get; init; }
            [Measurement(Converter = typeof(ToInstant))] public string? Instant { get; init; }
            [Measurement(Converter = typeof(ToMoment))] public uint? Moment { get; init; }
            [Measurement(Converter = typeof(ToShort))] public bool Short { get; init; }
            [Measurement(Converter = typeof(ToEnum), DataType = TsDataType.String)] public char? Enum { get; init; }
            [Measurement(Converter = typeof(ToBool))] public Box? Flag { get; init; }
        }
        public sealed record Box(int Value);
        public enum Letter { A = 1, B = 2 }
        public struct ToBytes : IValueConverter<Box, byte[]> { public static byte[] ToStore(Box value) => [(byte)value.Value]; public static Box FromStore(byte[] value) => new(value[0]); }
        public class ToDay : IValueConverter<int, DateOnly> { public static DateOnly ToStore(int value) => DateOnly.FromDayNumber(value); public static int FromStore(DateOnly value) => value.DayNumber; }
        public class ToInstant : IValueConverter<string, DateTimeOffset> { public static DateTimeOffset ToStore(string value) => DateTimeOffset.UnixEpoch; public static string FromStore(DateTimeOffset value) => ""; }
        public class ToMoment : IValueConverter<uint, DateTime> { public static DateTime ToStore(uint value) => DateTime.UnixEpoch; public static uint FromStore(DateTime value) => 0; }
        public class ToShort : IValueConverter<bool, short> { public static short ToStore(bool value) => 1; public static bool FromStore(short value) => value == 1; }
        public class ToEnum : IValueConverter<char, Letter> { public static Letter ToStore(char value) => (Letter)value; public static char FromStore(Letter value) => (char)value; }
        public class ToBool : IValueConverter<Box, bool> { public static bool ToStore(Box value) => value.Value > 0; public static Box FromStore(bool value) => new(1); }
        """,
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_of_class_compiles_without_a_warning(string source)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(source);

        GeneratorHarness.Problems(compilation).ShouldBe("");
        GeneratorHarness.Run(compilation).Results.Single().GeneratedSources.Length.ShouldBeGreaterThan(1, "the class was passed over");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_of_class_compiles_as_csharp_12(string source) =>
        GeneratorHarness.Problems(GeneratorHarness.Compile(source, version: LanguageVersion.CSharp12)).ShouldBe("");

    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void Generated_code_has_no_warnings_with_nullable_on_or_off(NullableContextOptions nullable)
    {
        string source = nullable is NullableContextOptions.Enable or NullableContextOptions.Annotations
            ? Samples.Pump
            : Samples.Pump.Replace("string?", "string", StringComparison.Ordinal);
        GeneratorHarness.Problems(GeneratorHarness.Compile(source, nullable)).ShouldBe("");
    }

    [Fact]
    public void Every_storable_type_compiles_in_the_global_namespace() =>
        GeneratorHarness.Problems(GeneratorHarness.Compile(Samples.Everything)).ShouldBe("");

    [Fact]
    public void The_example_of_the_design_compiles_as_it_is_written() => GeneratorHarness.Problems(GeneratorHarness.Compile(Samples.Pump, more: """
        using Plant.Model;

        public static class Usage
        {
            public static DeviceQuery<PumpReading> Query(UnboundedQuery<PumpReading> pumps, DateTimeOffset t0, DateTimeOffset t1, float limit) => pumps
                .Between(t0, t1)
                .Where(r => r.Temperature > 80 && (r.Pressure < limit || !r.Running) && r.Mode == PumpMode.Auto)
                .Where(Hot)
                .Where(r => r.Temperature != null)
                .OrderByDescending(r => r.Temperature)
                .Take(500);

            public static object Points(DeviceQuery<PumpReading> fleet) =>
                fleet.Select(r => (r.Temperature, r.Pressure), (row, t, p) => new { row.Device, row.Time, t, p });

            public static object Windows(WindowedQuery<PumpReading> windows) =>
                windows.Aggregate(r => (r.Temperature.Avg(), r.Pressure.Max(), r.Running.Count()));

            public static async System.Threading.Tasks.Task Latest(IRepository<PumpReading> pumps, System.Threading.CancellationToken ct)
            {
                PumpReading.Latest? now = await pumps.LatestAsync(PumpReading.Device("line1", "pump7"), ct);
                Console.WriteLine($"{now?.Temperature?.Value} measured {now?.Temperature?.Time:O}; pressure is from {now?.Pressure?.Time:O}");
                await foreach (var (device, value) in pumps.LatestAsync(PumpReading.Devices(line: "line1"), ct))
                {
                    Console.WriteLine($"{device}: {value.Temperature?.Value} {value.Note?.Value}");
                }
            }

            public static object One(WindowedQuery<PumpReading> windows) =>
                windows.Aggregate(r => r.Temperature.Avg(), (w, avg) => (w.Start, avg));

            public static void Keys()
            {
                _ = PumpReading.Device("line1", "pump7");
                _ = PumpReading.Devices(line: "line1", pump: PathPart.Prefix("pump"));
                using var tablet = PumpReading.RentTablet(PumpReading.Device("line1", "pump7"), 2);
                tablet.SetTimes([1L, 2L]);
                tablet.SetTemperature([1.5, 2.5]);
                tablet.SetPressure([1f, 2f], isNull: [false, true]);
                tablet.SetBearing([new Celsius(1), new Celsius(2)]);
            }

            private static Filter Hot(PumpReading.Columns r) => r.Temperature > 90 || r.Bearing > new Celsius(70);
        }
        """)).ShouldBe("");

    [Theory]
    [InlineData("IoTDBNaming(NamingPolicy.SnakeCase)", "oil_temperature", "http_status2", "x_axis")]
    [InlineData("IoTDBNaming(NamingPolicy.CamelCase)", "oilTemperature", "hTTPStatus2", "x_Axis")]
    [InlineData("IoTDBNaming(NamingPolicy.LowerCase)", "oiltemperature", "httpstatus2", "x_axis")]
    [InlineData("IoTDBNaming(NamingPolicy.PropertyName)", "OilTemperature", "HTTPStatus2", "X_Axis")]
    [InlineData("Obsolete", "oil_temperature", "http_status2", "x_axis")]
    public void Names_follow_the_policy_of_the_assembly(string attribute, params string[] names)
    {
        string policy = attribute == "Obsolete" ? "" : $"[assembly: {attribute}]";
        string source = policy + "[Device(\"root.a.b\")] public partial class R { [Time] public long T { get; set; } public int? OilTemperature { get; set; } public int? HTTPStatus2 { get; set; } public int? X_Axis { get; set; } }";
        using LoadedSample sample = GeneratorHarness.Load(source);
        var model = (IoTDB.Orm.DeviceModel)sample.Assembly.GetType("R")!.GetProperty("Model")!.GetValue(null)!;

        model.Measurements.Select(static measurement => measurement.Name).ShouldBe(names);
    }

    [Theory]
    [InlineData("", "Plant.Core", "AddCoreModel")]
    [InlineData("", "my-app", "AddMyappModel")]
    [InlineData("", "2nd", "Add_2ndModel")]
    [InlineData("[assembly: IoTDBModelName(\"Works\")]", "Plant", "AddWorksModel")]
    public void The_registration_is_named_after_the_root_namespace_or_as_wished(string attribute, string rootNamespace, string method)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(attribute + Samples.Everything);
        GeneratorHarness.Driver(rootNamespace).RunGenerators(compilation).GetRunResult().GeneratedTrees
            .Select(static tree => tree.ToString()).ShouldContain(text => text.Contains($" {method}(this ", StringComparison.Ordinal));
    }
}
