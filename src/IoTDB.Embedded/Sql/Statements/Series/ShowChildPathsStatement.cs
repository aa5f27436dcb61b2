using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW CHILD PATHS [path].</summary>
internal sealed record ShowChildPathsStatement(TreePath? Path) : Statement;
