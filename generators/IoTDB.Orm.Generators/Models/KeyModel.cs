namespace IoTDB.Orm.Generators;

/// <summary>A property that is a level of the path.</summary>
/// <param name="Property">Name of the property.</param>
/// <param name="Parameter">The name as a parameter or local, escaped where it is a keyword.</param>
/// <param name="Kind">How it becomes text.</param>
/// <param name="Type">Type with <c>global::</c>.</param>
/// <param name="Summary">What the property's documentation says, or empty.</param>
/// <param name="EnumMembers">Members of an enum.</param>
internal sealed record KeyModel(
    string Property,
    string Parameter,
    KeyKind Kind,
    string Type,
    string Summary,
    EquatableArray<EnumMember> EnumMembers);
