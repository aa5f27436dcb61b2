namespace IoTDB.Orm.Generators;

/// <summary>Data types of the server. Names and numbers are those of <c>IoTDB.TsDataType</c>.</summary>
internal enum DataType
{
    Boolean = 0,
    Int32 = 1,
    Int64 = 2,
    Float = 3,
    Double = 4,
    Text = 5,
    Timestamp = 8,
    Date = 9,
    Blob = 10,
    String = 11,
}
