namespace IoTDB.Wire.Generators;

/// <summary>A field of a Thrift struct.</summary>
/// <param name="Id">Number in the IDL.</param>
/// <param name="Name">The property.</param>
/// <param name="Type">The C# type as it is written, nullable annotation included.</param>
/// <param name="Codec">The type that reads and writes the value.</param>
/// <param name="WireType">Member of <c>ThriftType</c>.</param>
/// <param name="Presence">Whether it may be absent.</param>
/// <param name="Zero">What an absent field reads as.</param>
internal sealed record FieldModel(
    short Id, string Name, string Type, string Codec, string WireType, FieldPresence Presence, string Zero);
