using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>DROP DATABASE patterns.</summary>
internal sealed record DropDatabaseStatement(ImmutableArray<TreePath> Patterns) : Statement;
