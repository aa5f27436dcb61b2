namespace IoTDB.Wire.Thrift;

/// <summary>Names of a struct's fields, so that an error can say where it was.</summary>
internal sealed class StructFields(string name, int maxLevels, params (short Id, string Name)[] fields)
{
    /// <summary>Name of the message.</summary>
    public string Name { get; } = name;

    /// <summary>How deep the struct may contain itself.</summary>
    public int MaxLevels { get; } = maxLevels;

    /// <summary>Fields in the order of their declaration.</summary>
    public ReadOnlySpan<(short Id, string Name)> Fields => fields;

    /// <summary>"Status.Code", or "Status.#77" for a field without a name.</summary>
    public string PathOf(short id)
    {
        foreach ((short known, string field) in fields)
        {
            if (known == id)
            {
                return $"{Name}.{field}";
            }
        }

        return id == 0 ? Name : $"{Name}.#{id}";
    }
}
