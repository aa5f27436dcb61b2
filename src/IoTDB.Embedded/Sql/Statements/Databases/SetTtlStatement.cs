using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SET TTL TO path.</summary>
/// <remarks><c>Milliseconds</c>: null for INF.</remarks>
internal sealed record SetTtlStatement(TreePath Path, long? Milliseconds) : Statement;
