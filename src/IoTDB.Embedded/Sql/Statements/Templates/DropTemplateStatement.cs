namespace IoTDB.Embedded.Sql.Statements;

/// <summary>DROP DEVICE TEMPLATE.</summary>
internal sealed record DropTemplateStatement(string Name) : Statement;
