namespace IoTDB.Wire.Thrift;

/// <summary>Marks a partial record (struct or class) as a Thrift struct; the generator writes its <c>Write</c> and <c>Read</c>.</summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
internal sealed class ThriftStructAttribute : Attribute
{
    /// <summary>How deep the struct may contain itself. Source: reliability D-05.</summary>
    public int MaxLevels { get; set; } = 1;
}
