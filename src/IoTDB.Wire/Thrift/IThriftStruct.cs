namespace IoTDB.Wire.Thrift;

/// <summary>A value that travels as a Thrift struct. Implemented by the generator.</summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
internal interface IThriftStruct<TSelf>
    where TSelf : IThriftStruct<TSelf>
{
    /// <summary>Reads the fields up to and with the stop byte.</summary>
    /// <exception cref="WireFormatException">The bytes are no such struct, or a required field is missing.</exception>
    static abstract TSelf Read(ref ThriftReader reader);

    /// <summary>Writes the fields by ascending id, then the stop byte.</summary>
    void Write(ref ThriftWriter writer);
}
