using System.Collections.Immutable;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>INTO targets.</summary>
internal sealed record IntoClause(ImmutableArray<IntoTarget> Targets);
