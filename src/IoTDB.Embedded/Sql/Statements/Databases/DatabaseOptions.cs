namespace IoTDB.Embedded.Sql.Statements;

/// <summary>Options of a database; null where not given. Times are milliseconds.</summary>
internal sealed record DatabaseOptions(long? TimeToLive, long? TimePartitionInterval, int? SchemaRegionGroups, int? DataRegionGroups);
