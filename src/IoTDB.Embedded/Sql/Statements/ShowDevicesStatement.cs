using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW DEVICES.</summary>
internal sealed record ShowDevicesStatement(
    TreePath? Pattern,
    bool WithDatabase,
    SchemaCondition? Condition,
    Expression? TimeCondition,
    long? Limit,
    long Offset) : Statement;
