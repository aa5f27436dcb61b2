using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW CHILD NODES [path].</summary>
internal sealed record ShowChildNodesStatement(TreePath? Path) : Statement;
