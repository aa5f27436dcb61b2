namespace IoTDB.Orm.Generators;

/// <summary>A property's type, and what stands between it and the bytes.</summary>
/// <param name="Kind">How a value becomes a cell.</param>
/// <param name="Type">The property's type with <c>global::</c>, without its question mark.</param>
/// <param name="IsReference">Whether it is a class.</param>
/// <param name="Store">What a converter stores, or <paramref name="Kind"/> again.</param>
/// <param name="StoreType">Type of that with <c>global::</c>.</param>
/// <param name="Converter">The converter with <c>global::</c>, or null.</param>
/// <param name="EnumMembers">Members of an enum that is stored as text, one a value.</param>
internal sealed record ValueModel(
    ValueKind Kind,
    string Type,
    bool IsReference,
    ValueKind Store,
    string StoreType,
    string? Converter,
    EquatableArray<EnumMember> EnumMembers);
