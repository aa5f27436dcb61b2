using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW TTL ON paths; SHOW ALL TTL has none.</summary>
internal sealed record ShowTtlStatement(ImmutableArray<TreePath>? Paths) : Statement;
