namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW NODES IN DEVICE TEMPLATE.</summary>
internal sealed record ShowTemplateNodesStatement(string Name) : Statement;
