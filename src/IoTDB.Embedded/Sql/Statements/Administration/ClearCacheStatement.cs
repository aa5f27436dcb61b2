namespace IoTDB.Embedded.Sql.Statements;

/// <summary>CLEAR CACHE.</summary>
internal sealed record ClearCacheStatement() : Statement;
