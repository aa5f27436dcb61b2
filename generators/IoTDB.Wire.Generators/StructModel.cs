namespace IoTDB.Wire.Generators;

/// <summary>A Thrift struct, as the emitter needs it.</summary>
/// <param name="HintName">Name of the generated file.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Declaration">Keywords and name of the partial type, such as <c>partial record struct Status</c>.</param>
/// <param name="TypeName">The type's name.</param>
/// <param name="MaxLevels">How deep it may contain itself.</param>
/// <param name="Fields">In the order of declaration.</param>
internal sealed record StructModel(
    string HintName, string Namespace, string Declaration, string TypeName, int MaxLevels, EquatableArray<FieldModel> Fields);
