namespace IoTDB.Orm.Generators;

/// <summary>A value with the data type it is stored as.</summary>
internal sealed record Storage(ValueModel Value, DataType DataType);
