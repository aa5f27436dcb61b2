using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW VIEW.</summary>
internal sealed record ShowViewStatement(TreePath? Pattern, SchemaCondition? Condition, long? Limit, long Offset) : Statement;
