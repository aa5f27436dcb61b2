namespace IoTDB.Wire.Generators;

/// <summary>Metadata names the generator looks for.</summary>
internal static class KnownNames
{
    public const string ThriftStructAttribute = "IoTDB.Wire.Thrift.ThriftStructAttribute";
    public const string ThriftFieldAttribute = "IoTDB.Wire.Thrift.ThriftFieldAttribute";
    public const string Thrift = "global::IoTDB.Wire.Thrift.";
}
