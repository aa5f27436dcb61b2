using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>UNSET DEVICE TEMPLATE name FROM path.</summary>
internal sealed record UnsetTemplateStatement(string Name, TreePath Path) : Statement;
