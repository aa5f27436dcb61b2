namespace IoTDB.Wire.Thrift;

/// <summary>What a reader remembers of the struct around the one it is in.</summary>
internal readonly struct StructScope(StructFields? fields, short field, int level)
{
    public StructFields? Fields { get; } = fields;

    public short Field { get; } = field;

    public int Level { get; } = level;
}
