using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>COUNT DEVICES.</summary>
internal sealed record CountDevicesStatement(TreePath? Pattern, Expression? TimeCondition) : Statement;
