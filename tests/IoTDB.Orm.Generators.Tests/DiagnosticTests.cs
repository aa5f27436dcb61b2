using IoTDB.Testing;
using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators.Tests;

/// <summary>Exactly this rule, at exactly this place, in exactly these words.</summary>
public sealed class DiagnosticTests
{
    /// <summary>Rule, source with <c>[|place|]</c>, message.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "IOTDB0001", "[Device(\"root.a.b\")] public class [|R|] { [Time] public long T { get; set; } public int? V { get; set; } }", "Type 'R' has [Device] but is not partial; write 'partial' so that its mapping can be generated" },
        { "IOTDB0002", Type("public abstract partial class [|R|]"), "Type 'R' cannot be mapped: it is abstract; map the classes derived from it" },
        { "IOTDB0002", Type("public partial class [|R|]<X>"), "Type 'R' cannot be mapped: it or a type around it is generic; one class describes one kind of device" },
        { "IOTDB0002", Type("file partial class [|R|]"), "Type 'R' cannot be mapped: it is file-local; generated code lives in another file" },
        { "IOTDB0002", "public class Outer { " + Type("public partial class [|R|]") + " }", "Type 'R' cannot be mapped: the type 'Outer' around it is not partial" },
        { "IOTDB0002", "public partial class Outer { " + Type("private partial class [|R|]") + " }", "Type 'R' cannot be mapped: 'R' is not visible outside of the type around it, so that queries could not name it; make it internal" },
        { "IOTDB0002", Type("public partial class Base") + " [Device(\"root.a.c\")] public partial class [|R|] : Base;", "Type 'R' cannot be mapped: it derives from 'Base', which is mapped too; move what they share into a base class without [Device]" },
        { "IOTDB0004", Type("public partial record struct [|R|]"), "Type 'R' is a struct; make it a class or a record class" },
        { "IOTDB0005", "[Device(\"root.a.b\")] public partial class [|R|] { public int? V { get; set; } }", "Type 'R' has no properties with [Time]; mark exactly one" },
        { "IOTDB0005", Body("[Time] public long [|U|] { get; set; }"), "Type 'R' has 2 properties with [Time]; mark exactly one" },
        { "IOTDB0006", "[Device(\"root.a.b\")] public partial class R { [Time] public DateTimeOffset? [|T|] { get; set; } public int? V { get; set; } }", "Property 'R.T' has type 'DateTimeOffset?', which cannot be the time of a row; use DateTimeOffset" },
        { "IOTDB0007", "[Device(\"root.a.b\")] public partial class R { [Time] public DateTime [|T|] { get; set; } public int? V { get; set; } }", "Property 'R.T' is a DateTime: every value whose Kind is not Utc will be refused when it is written; DateTimeOffset cannot be misread" },
        { "IOTDB0008", "[Device(\"root.a.b\")] public partial class [|R|] { [Time] public long T { get; set; } }", "Type 'R' has nothing to store; add a public settable property that is neither key nor time" },
        { "IOTDB0009", Body("[IoTDBIgnore] public required string Who { get; init; }").Replace("class R", "class [|R|]", StringComparison.Ordinal), "Type 'R' cannot be constructed when rows are read: the required member 'Who' is not stored, so that no row could set it" },
        { "IOTDB0009", "[Device(\"root.a.b\")] public partial class R { [Time] public long [|T|] { get; } public int? V { get; set; } }", "Type 'R' cannot be constructed when rows are read: nothing sets 'T'; add 'init'" },
        { "IOTDB0010", Body("public int? [|W|] { get; private set; }"), "Property 'R.W' is not stored, because it can be set neither by a public setter nor by the constructor; add 'init', or mark it [IoTDBIgnore]" },
        { "IOTDB0011", Body("public void [|RentTablet|]() { }"), "'R.RentTablet' takes a name that the generated code needs; rename it" },
        { "IOTDB0011", Body("public int? [|Device|] { get; set; }"), "'R.Device' takes a name that the generated code needs; rename it and keep the measurement's name with [Measurement(\"device\")]" },
        { "IOTDB0012", Body("[Reactive] private int? [|_w|];") + " public sealed class ReactiveAttribute : Attribute;", "Field 'R._w' becomes a property in another generator ([Reactive]), which this one cannot see: it will not be stored; write a partial property instead" },
        { "IOTDB0101", Body("public decimal? [|W|] { get; set; }"), "Property 'R.W' has type 'decimal?', which no IoTDB data type can hold; write a converter to double, to long (of the smallest unit) or to string, which differ in what they lose" },
        { "IOTDB0101", Body("public Guid? [|W|] { get; set; }"), "Property 'R.W' has type 'Guid?', which no IoTDB data type can hold; write a converter to string or byte[]" },
        { "IOTDB0101", Body("public TimeSpan? [|W|] { get; set; }"), "Property 'R.W' has type 'TimeSpan?', which no IoTDB data type can hold; write a converter to long (ticks) or double (seconds)" },
        { "IOTDB0101", Body("public ulong? [|W|] { get; set; }"), "Property 'R.W' has type 'ulong?', which no IoTDB data type can hold; write a converter to long or to string: INT64 ends at half of its range" },
        { "IOTDB0101", Body("public char? [|W|] { get; set; }"), "Property 'R.W' has type 'char?', which no IoTDB data type can hold; write a converter to string" },
        { "IOTDB0101", Body("public List<string>? [|W|] { get; set; }"), "Property 'R.W' has type 'List<string>?', which no IoTDB data type can hold; use one of bool, int, long, float, double, string, byte[], DateOnly, DateTimeOffset or an enum, write a converter, or mark it [IoTDBIgnore]" },
        { "IOTDB0102", Body("[Measurement(DataType = TsDataType.Boolean)] public int? [|W|] { get; set; }"), "Property 'R.W' of type 'int' cannot be stored as BOOLEAN; use INT32 or INT64" },
        { "IOTDB0103", Body("[Measurement(Encoding = TsEncoding.ZigZag)] public double? [|W|] { get; set; }"), "Encoding ZigZag of 'R.W' is not available for DOUBLE; use one of Plain, Rle, Ts2Diff, GorillaV1, Gorilla, Chimp, Sprintz, Rlbe" },
        { "IOTDB0104", Body("[Measurement(Encoding = TsEncoding.Ts2Diff)] public float? [|W|] { get; set; }"), "Encoding Ts2Diff of 'R.W' keeps two decimals of a FLOAT by default: values are rounded silently; use Gorilla, Chimp or Plain" },
        { "IOTDB0105", Body("public int [|W|] { get; set; }"), "Property 'R.W' is not nullable: reading a row in which it has no value throws; make it 'int?', or set OnNull" },
        { "IOTDB0106", Body("[Measurement(Converter = typeof(string))] public Guid? [|W|] { get; set; }"), "Converter 'string' of 'R.W' cannot be used: it does not implement IValueConverter<Guid, …>" },
        { "IOTDB0106", Body("[Measurement(Converter = typeof(C))] public Guid? [|W|] { get; set; }") + " public class C : IValueConverter<Guid, int>, IValueConverter<Guid, long> { static int IValueConverter<Guid, int>.ToStore(Guid v) => 1; static Guid IValueConverter<Guid, int>.FromStore(int v) => default; static long IValueConverter<Guid, long>.ToStore(Guid v) => 1; static Guid IValueConverter<Guid, long>.FromStore(long v) => default; }", "Converter 'C' of 'R.W' cannot be used: it implements IValueConverter<Guid, …> more than once" },
        { "IOTDB0106", Body("[Measurement(Converter = typeof(C))] public Guid? [|W|] { get; set; }") + " public class C : IValueConverter<Guid, int> { static int IValueConverter<Guid, int>.ToStore(Guid v) => 1; static Guid IValueConverter<Guid, int>.FromStore(int v) => default; }", "Converter 'C' of 'R.W' cannot be used: its two methods must be public static methods of its own, not explicit implementations, so that they can be called without an interface" },
        { "IOTDB0106", Body("[Measurement(Converter = typeof(C<>))] public Guid? [|W|] { get; set; }") + " public class C<X>;", "Converter 'C<>' of 'R.W' cannot be used: it is an open generic type; name its type arguments" },
        { "IOTDB0107", Body("public M? [|W|] { get; set; }") + " public enum M { A = 1, B }", "Enum 'M' is stored by its number in 'R.W', but member 'B' has no written value: inserting a member before it changes what stored numbers mean; write the values, or store it with DataType = TsDataType.String" },
        { "IOTDB0201", Path("[|\"plant.a.b\"|]"), "Path 'plant.a.b' does not start at root; write for example \"root.plant.{Line}\"" },
        { "IOTDB0201", Path("[|\"root.a\"|]"), "Path 'root.a' names no device below a database: three levels are the least; write for example \"root.plant.{Line}\"" },
        { "IOTDB0202", Path("[|\"root.a.{Nothing}\"|]"), "Placeholder '{Nothing}' in the path of 'R' names no property of it; add a public required property of this name" },
        { "IOTDB0202", Path("[|\"root.a.{v}\"|]"), "Placeholder '{v}' in the path of 'R' names no property of it; did you mean 'V'?" },
        { "IOTDB0203", Key("public required double [|K|] { get; init; }"), "Key property 'R.K' has type 'double', which is neither a string nor an integer nor an enum" },
        { "IOTDB0203", Key("public required string? [|K|] { get; init; }"), "Key property 'R.K' is nullable, but a level of a path always has a value; remove the '?'" },
        { "IOTDB0203", Key("public int [|K|] { get; init; }"), "Key property 'R.K' can be left out when a row is made; write 'required'" },
        { "IOTDB0203", Key("public string [|K|] => \"k\";"), "Key property 'R.K' has no setter; add 'init'" },
        { "IOTDB0204", Path("[|\"root.a..b\"|]"), "Level '' in the path of 'R' is empty" },
        { "IOTDB0204", Path("[|\"root.a.b-c\"|]"), "Level 'b-c' in the path of 'R' needs backquotes around it" },
        { "IOTDB0204", Path("[|\"root.a.12\"|]"), "Level '12' in the path of 'R' needs backquotes around it" },
        { "IOTDB0204", Path("[|\"root.a.`Time`\"|]"), "Level '`Time`' in the path of 'R' is a name that the server keeps for itself, quoted or not" },
        { "IOTDB0204", Path("[|\"root.a.*\"|]"), "Level '*' in the path of 'R' holds a wildcard or a control character" },
        { "IOTDB0204", Path("[|\"root.a.`b\"|]"), "Level '`b' in the path of 'R' has a backquote without its partner" },
        { "IOTDB0204", Path("[|\"root.`a-b`.c\"|]"), "Level '`a-b`' in the path of 'R' is the database, which takes letters, digits and underscores only, 64 characters with 'root.'" },
        { "IOTDB0204", Key("public required string K { get; init; }").Replace("\"root.a.{K}\"", "[|\"root.a.{K}.{K}\"|]", StringComparison.Ordinal), "Level '{K}' in the path of 'R' is there twice" },
        { "IOTDB0205", Key("public required string K { get; init; }").Replace("\"root.a.{K}\"", "[|\"root.{K}.a\"|]", StringComparison.Ordinal), "Placeholder '{K}' stands right below root: every value of it becomes a database of its own; put a fixed node before it" },
        { "IOTDB0206", Body("[Measurement(\"v\")] public int? [|W|] { get; set; }"), "'R.V' and 'R.W' are both called 'v' on the server; rename one with [Measurement]" },
        { "IOTDB0206", Body("[Measurement(Alias = \"v\")] public int? [|W|] { get; set; }"), "'R.V' and 'R.W' are both called 'v' on the server; rename one with [Measurement]" },
        { "IOTDB0207", Body("") + " [Device(\"root.a.{K}\")] public partial class [|S|] { public required string K { get; init; } [Time] public long T { get; set; } public double? V { get; set; } }", "'S' stores measurement 'v' as DOUBLE, but 'R' stores it as INT32, and both can mean the same device ('root.a.{K}' and 'root.a.b'); give them different paths, names, or one type" },
        { "IOTDB0208", Body("public int? [|Timestamp|] { get; set; }"), "'R.Timestamp' maps to the name 'timestamp', which the server keeps for itself, quoted or not; rename it with [Measurement]" },
        { "IOTDB0208", Body("[Measurement(\"\")] public int? [|W|] { get; set; }"), "'R.W' maps to the name '', which is empty; rename it with [Measurement]" },
        { "IOTDB0208", Body("[Measurement(Alias = \"a*\")] public int? [|W|] { get; set; }"), "'R.W' maps to the name 'a*', which holds a wildcard or a control character; rename it with [Measurement]" },
        { "IOTDB0209", Body("[Measurement(\"V\")] public int? [|W|] { get; set; }"), "'R.V' ('v') and 'R.W' ('V') differ only by case, which a server on Windows and the table model do not tell apart" },
        { "IOTDB0212", Key("[SeriesTag(\"a\", \"b\")] public required string [|K|] { get; init; }"), "Property 'R.K' is a level of the path and cannot also be a measurement; remove [SeriesTag]" },
        { "IOTDB0212", "[Device(\"root.a.b\")] public partial class R { [Time, Measurement] public long [|T|] { get; set; } public int? V { get; set; } }", "Property 'R.T' is the time of a row and cannot also be a measurement; remove [Measurement]" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    [Fault("F-108")]
    public async Task A_rule_is_reported_once_at_its_place_in_its_words(string id, string marked, string message)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        string source = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        IReadOnlyList<Diagnostic> found = await GeneratorHarness.AnalyzeAsync(GeneratorHarness.Compile(source));

        Diagnostic diagnostic = found.Where(diagnostic => diagnostic.Id == id).ShouldHaveSingleItem();
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(message);
        diagnostic.Location.SourceSpan.ShouldBe(new Microsoft.CodeAnalysis.Text.TextSpan(start, end - start));
        diagnostic.Location.SourceTree.ShouldNotBeNull();
        found.Where(other => other.Id != id && other.Severity > DiagnosticSeverity.Info).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_pragma_silences_it(string id, string marked, string message)
    {
        message.ShouldNotBeEmpty();
        string source = $"#pragma warning disable {id}\n" + marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

        (await GeneratorHarness.AnalyzeAsync(GeneratorHarness.Compile(source))).ShouldNotContain(diagnostic => diagnostic.Id == id);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_error_means_that_nothing_is_generated_and_anything_else_that_it_is(string id, string marked, string message)
    {
        message.ShouldNotBeEmpty();
        string source = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        DiagnosticDescriptor rule = new DeviceAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id);
        IEnumerable<string> files = GeneratorHarness.Run(GeneratorHarness.Compile(source)).Results.Single().GeneratedSources.Select(static file => file.HintName);

        // The rule about two classes is found when each of them is right by itself.
        bool isSilent = rule.DefaultSeverity == DiagnosticSeverity.Error && id != Descriptors.OverlappingDevices.Id;
        files.Any(static file => file is "R.g.cs" or "Outer+R.g.cs").ShouldBe(!isSilent);
    }

    [Fact]
    public async Task Code_that_is_right_gets_no_warning()
    {
        (await GeneratorHarness.AnalyzeAsync(GeneratorHarness.Compile(Samples.Pump))).Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).ShouldBeEmpty();
        (await GeneratorHarness.AnalyzeAsync(GeneratorHarness.Compile(Samples.Everything))).Select(static diagnostic => diagnostic.Id).Distinct().ShouldBe(["IOTDB0007", "IOTDB0105"], ignoreOrder: true);
    }

    private static string Type(string declaration) => $"[Device(\"root.a.b\")] {declaration} {{ [Time] public long T {{ get; set; }} public int? V {{ get; set; }} }}";

    private static string Body(string member) => $"[Device(\"root.a.b\")] public partial class R {{ [Time] public long T {{ get; set; }} public int? V {{ get; set; }} {member} }}";

    private static string Path(string literal) => $"[Device({literal})] public partial class R {{ [Time] public long T {{ get; set; }} public int? V {{ get; set; }} }}";

    private static string Key(string property) => $"[Device(\"root.a.{{K}}\")] public partial class R {{ {property} [Time] public long T {{ get; set; }} public int? V {{ get; set; }} }}";
}
