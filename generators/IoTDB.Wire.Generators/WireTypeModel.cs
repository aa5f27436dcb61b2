namespace IoTDB.Wire.Generators;

/// <summary>How a C# type travels.</summary>
/// <param name="Codec">The type that reads and writes it.</param>
/// <param name="WireType">Member of <c>ThriftType</c>.</param>
/// <param name="Zero">Expression for its zero value.</param>
internal sealed record WireTypeModel(string Codec, string WireType, string Zero);
