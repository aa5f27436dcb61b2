namespace IoTDB.Orm.Generators;

/// <summary>How a key becomes a level of the path.</summary>
internal enum KeyKind
{
    Text,
    Integer,
    Enum,
}
