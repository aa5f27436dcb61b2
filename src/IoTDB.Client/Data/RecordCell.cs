namespace IoTDB.Client;

/// <summary>One value of a record.</summary>
/// <param name="DataType">Its type.</param>
/// <param name="Bits">Everything that fits into 64 bits; a TIMESTAMP as 100 ns since 1970.</param>
/// <param name="Object">Text or bytes.</param>
internal readonly record struct RecordCell(TsDataType DataType, long Bits, object? Object = null);
