using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>COUNT DEVICES.</summary>
internal sealed record CountDevicesStatement(TreePath? Pattern, Expression? TimeCondition) : Statement;
