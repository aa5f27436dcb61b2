namespace IoTDB.Embedded.Sql.Statements;

/// <summary>What an ORDER BY key names.</summary>
internal enum OrderKeyKind : byte
{
    Time,
    Device,
    Timeseries,
    Value,
    DataType,
    Expression,
}
