namespace IoTDB.Embedded.Sql.Statements;

/// <summary>EXPLAIN a query.</summary>
internal sealed record ExplainStatement(SelectStatement Query, bool IsAnalyzed) : Statement;
