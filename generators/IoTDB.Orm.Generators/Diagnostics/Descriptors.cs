using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Every rule, in the order of ids. Ids are never used again. Help: <c>Rules/IOTDBnnnn.md</c>.</summary>
/// <remarks>IOTDB0003, 0210 and 0211 are kept for the attributes of the table model.</remarks>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor MustBePartial = new(
        "IOTDB0001",
        "Mapped type must be partial",
        "Type '{0}' has [Device] but is not partial; write 'partial' so that its mapping can be generated",
        "Mapping",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0001.md");

    public static readonly DiagnosticDescriptor UnusableType = new(
        "IOTDB0002",
        "Mapped type cannot be generic, abstract, static, file-local, private, derived from a mapped type, or nested in a non-partial type",
        "Type '{0}' cannot be mapped: {1}",
        "Mapping",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0002.md");

    public static readonly DiagnosticDescriptor MustBeClass = new(
        "IOTDB0004",
        "Mapped type must be a class or record class",
        "Type '{0}' is a struct; make it a class or a record class",
        "Mapping",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0004.md");

    public static readonly DiagnosticDescriptor ExactlyOneTime = new(
        "IOTDB0005",
        "Mapped type needs exactly one [Time] property",
        "Type '{0}' has {1} properties with [Time]; mark exactly one",
        "Mapping",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0005.md");

    public static readonly DiagnosticDescriptor TimeType = new(
        "IOTDB0006",
        "[Time] property must be DateTimeOffset, DateTime or long",
        "Property '{0}.{1}' has type '{2}', which cannot be the time of a row; use DateTimeOffset",
        "Mapping",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0006.md");

    public static readonly DiagnosticDescriptor PreferDateTimeOffset = new(
        "IOTDB0007",
        "Prefer DateTimeOffset for [Time]",
        "Property '{0}.{1}' is a DateTime: every value whose Kind is not Utc will be refused when it is written; DateTimeOffset cannot be misread",
        "Mapping",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0007.md");

    public static readonly DiagnosticDescriptor NoMeasurements = new(
        "IOTDB0008",
        "Mapped type has no measurements",
        "Type '{0}' has nothing to store; add a public settable property that is neither key nor time",
        "Mapping",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0008.md");

    public static readonly DiagnosticDescriptor CannotConstruct = new(
        "IOTDB0009",
        "Type cannot be constructed by a reader",
        "Type '{0}' cannot be constructed when rows are read: {1}",
        "Mapping",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0009.md");

    public static readonly DiagnosticDescriptor NoSetter = new(
        "IOTDB0010",
        "Property is not stored because it has no setter",
        "Property '{0}.{1}' is not stored, because it can be set neither by a public setter nor by the constructor; add 'init', or mark it [IoTDBIgnore]",
        "Mapping",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0010.md");

    public static readonly DiagnosticDescriptor ReservedMember = new(
        "IOTDB0011",
        "Member name is reserved for generated code",
        "'{0}.{1}' takes a name that the generated code needs; rename it{2}",
        "Mapping",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0011.md");

    public static readonly DiagnosticDescriptor OtherGeneratorsField = new(
        "IOTDB0012",
        "Field carries an attribute of another generator; the property it makes will not be stored",
        "Field '{0}.{1}' becomes a property in another generator ([{2}]), which this one cannot see: it will not be stored; write a partial property instead",
        "Mapping",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0012.md");

    public static readonly DiagnosticDescriptor CannotStore = new(
        "IOTDB0101",
        "Property type cannot be stored; convert or ignore it",
        "Property '{0}.{1}' has type '{2}', which no IoTDB data type can hold; {3}",
        "Storage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0101.md");

    public static readonly DiagnosticDescriptor DataTypeDoesNotFit = new(
        "IOTDB0102",
        "Declared data type does not fit the property type",
        "Property '{0}.{1}' of type '{2}' cannot be stored as {3}; use {4}",
        "Storage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0102.md");

    public static readonly DiagnosticDescriptor EncodingUnavailable = new(
        "IOTDB0103",
        "Encoding is not available for this data type",
        "Encoding {2} of '{0}.{1}' is not available for {3}; use one of {4}",
        "Storage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0103.md");

    public static readonly DiagnosticDescriptor EncodingRounds = new(
        "IOTDB0104",
        "Encoding rounds floating-point values",
        "Encoding {2} of '{0}.{1}' keeps two decimals of a {3} by default: values are rounded silently; use Gorilla, Chimp or Plain",
        "Storage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0104.md");

    public static readonly DiagnosticDescriptor NullReadThrows = new(
        "IOTDB0105",
        "Non-nullable measurement: reading a row without a value throws",
        "Property '{0}.{1}' is not nullable: reading a row in which it has no value throws; make it '{2}?', or set OnNull",
        "Storage",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0105.md");

    public static readonly DiagnosticDescriptor ConverterMismatch = new(
        "IOTDB0106",
        "Converter must implement IValueConverter for the property's type",
        "Converter '{2}' of '{0}.{1}' cannot be used: {3}",
        "Storage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0106.md");

    public static readonly DiagnosticDescriptor ImplicitEnumValues = new(
        "IOTDB0107",
        "Enum stored by number has implicit values; inserting a member renumbers stored data",
        "Enum '{2}' is stored by its number in '{0}.{1}', but member '{3}' has no written value: inserting a member before it changes what stored numbers mean; write the values, or store it with DataType = TsDataType.String",
        "Storage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0107.md");

    public static readonly DiagnosticDescriptor PathTooShort = new(
        "IOTDB0201",
        "Device path must start at root and name a database and a device",
        "Path '{0}' {1}; write for example \"root.plant.{{Line}}\"",
        "Names",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0201.md");

    public static readonly DiagnosticDescriptor PlaceholderWithoutProperty = new(
        "IOTDB0202",
        "Placeholder has no matching property",
        "Placeholder '{{{0}}}' in the path of '{1}' names no property of it{2}",
        "Names",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0202.md");

    public static readonly DiagnosticDescriptor KeyProperty = new(
        "IOTDB0203",
        "Key property must be a string, an integer or an enum, and required",
        "Key property '{0}.{1}' {2}",
        "Names",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0203.md");

    public static readonly DiagnosticDescriptor PathNode = new(
        "IOTDB0204",
        "Path node is not valid",
        "Level '{0}' in the path of '{1}' {2}",
        "Names",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0204.md");

    public static readonly DiagnosticDescriptor DatabasePerValue = new(
        "IOTDB0205",
        "Placeholder at database level creates a database per value",
        "Placeholder '{{{0}}}' stands right below root: every value of it becomes a database of its own; put a fixed node before it",
        "Names",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0205.md");

    public static readonly DiagnosticDescriptor SameColumn = new(
        "IOTDB0206",
        "Two members map to the same column",
        "'{0}.{1}' and '{0}.{2}' are both called '{3}' on the server; rename one with [Measurement]",
        "Names",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0206.md");

    public static readonly DiagnosticDescriptor OverlappingDevices = new(
        "IOTDB0207",
        "Two types map overlapping devices with different column types",
        "'{0}' stores measurement '{2}' as {3}, but '{1}' stores it as {4}, and both can mean the same device ('{5}' and '{6}'); give them different paths, names, or one type",
        "Names",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0207.md", customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ReservedColumn = new(
        "IOTDB0208",
        "Column name is reserved",
        "'{0}.{1}' maps to the name '{2}', which {3}; rename it with [Measurement]",
        "Names",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0208.md");

    public static readonly DiagnosticDescriptor NamesDifferByCase = new(
        "IOTDB0209",
        "Names differ only by case",
        "'{0}.{1}' ('{3}') and '{0}.{2}' ('{4}') differ only by case, which a server on Windows and the table model do not tell apart",
        "Names",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0209.md");

    public static readonly DiagnosticDescriptor KeyIsMeasurement = new(
        "IOTDB0212",
        "Key property cannot also be a measurement",
        "Property '{0}.{1}' is {2} and cannot also be a measurement; remove [{3}]",
        "Names",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0212.md");

    public static readonly DiagnosticDescriptor GeneratorFailed = new(
        "IOTDB0902",
        "Generator failed on this type",
        "The generator failed on '{0}' with {1} ({2}): nothing was generated for it, please report this",
        "Infrastructure",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + "IOTDB0902.md");

    // Relative to the repository.
    private const string Help = "generators/IoTDB.Orm.Generators/Rules/";
}
