namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW DEVICE TEMPLATES.</summary>
internal sealed record ShowTemplatesStatement() : Statement;
