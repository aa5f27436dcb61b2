namespace IoTDB.Embedded.Sql.Statements;

/// <summary>KILL QUERY.</summary>
internal sealed record KillQueryStatement(string? QueryId) : Statement;
