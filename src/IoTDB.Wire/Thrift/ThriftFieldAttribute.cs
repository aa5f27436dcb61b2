namespace IoTDB.Wire.Thrift;

/// <summary>Gives a parameter of a <see cref="ThriftStructAttribute"/> record its field id.</summary>
/// <remarks>
/// A nullable type is an optional field: absent is null, null is not written. Any other field is always written, and a message without it is refused
/// unless <see cref="MayBeAbsent"/> is set.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ThriftFieldAttribute(short id) : Attribute
{
    /// <summary>The field's number in the IDL; 0 only for the result of a call.</summary>
    public short Id { get; } = id;

    /// <summary>Reads as the type's zero value when absent: fields of default requiredness, and bare arguments.</summary>
    public bool MayBeAbsent { get; set; }

    /// <summary>Text for people: bytes that are not UTF-8 become U+FFFD instead of an error. Names are never lenient.</summary>
    public bool Lenient { get; set; }
}
