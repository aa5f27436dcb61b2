using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>UNSET TTL FROM path.</summary>
internal sealed record UnsetTtlStatement(TreePath Path) : Statement;
