namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW of the cluster or the session.</summary>
internal sealed record ShowInformationStatement(InformationKind Kind) : Statement;
