namespace IoTDB.Orm;

/// <summary>Says how a property is stored. Without it the name follows the naming policy and the data type follows the property's type.</summary>
/// <remarks>
/// What is not written here is left to the server and never compared with it. Which encodings a data type takes: wire protocol 7.2,
/// checked while compiling (IOTDB0103).
/// </remarks>
/// <param name="name">Name of the measurement; any text is allowed and quoted where needed.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasurementAttribute(string? name = null) : Attribute
{
    /// <summary>Name of the measurement, or null where the naming policy decides.</summary>
    public string? Name { get; } = name;

    /// <summary>Data type on the server; without it, the one that belongs to the property's type.</summary>
    public TsDataType DataType { get; set; }

    /// <summary>Encoding on disk; without it, the server's default.</summary>
    public TsEncoding Encoding { get; set; }

    /// <summary>Compressor on disk; without it, the server's default.</summary>
    public TsCompression Compression { get; set; }

    /// <summary>Second name by which the server knows the timeseries.</summary>
    public string? Alias { get; set; }

    /// <summary>A type that implements <see cref="IValueConverter{TModel,TStore}"/> for the property's type.</summary>
    public Type? Converter { get; set; }

    /// <summary>What reading a cell without a value does to a property that cannot be null.</summary>
    public NullRead OnNull { get; set; }
}
