using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW DEVICES.</summary>
internal sealed record ShowDevicesStatement(
    TreePath? Pattern,
    bool WithDatabase,
    SchemaCondition? Condition,
    Expression? TimeCondition,
    long? Limit,
    long Offset) : Statement;
