using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>DROP VIEW pattern.</summary>
internal sealed record DropViewStatement(ImmutableArray<TreePath> Patterns) : Statement;
