namespace IoTDB.Embedded.Sql.Statements;

/// <summary>The one condition of a SHOW or COUNT.</summary>
/// <remarks><c>Key</c>: tag key, for conditions over tags.</remarks>
internal sealed record SchemaCondition(SchemaConditionKind Kind, string? Key, string? Value);
