namespace IoTDB.Wire.Thrift;

/// <summary>How a type travels. Implementations are empty structs that the generator puts together, such as <c>ListValue&lt;string, StringValue&gt;</c>.</summary>
/// <typeparam name="T">The type in memory.</typeparam>
internal interface IThriftValue<T>
{
    /// <summary>The type on the wire.</summary>
    static abstract ThriftType Type { get; }

    /// <summary>Bytes that a value takes at least.</summary>
    static abstract int MinimumSize(ThriftProtocol protocol);

    static abstract void Write(ref ThriftWriter writer, T value);

    static abstract T Read(ref ThriftReader reader);
}
