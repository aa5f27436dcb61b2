namespace IoTDB.Client;

/// <summary>A column of a result set; the time column is none of them.</summary>
/// <param name="Name">The server's header: a full path, a measurement, an expression or an alias.</param>
/// <param name="DataType">Type of its values.</param>
/// <param name="Ordinal">Its place, from 0.</param>
public sealed record ResultColumn(string Name, TsDataType DataType, int Ordinal);
