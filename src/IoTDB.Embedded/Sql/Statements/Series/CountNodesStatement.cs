using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>COUNT NODES pattern LEVEL=n.</summary>
internal sealed record CountNodesStatement(TreePath Pattern, int Level) : Statement;
