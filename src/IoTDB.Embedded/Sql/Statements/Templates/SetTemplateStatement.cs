using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SET DEVICE TEMPLATE name TO path.</summary>
internal sealed record SetTemplateStatement(string Name, TreePath Path) : Statement;
