using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>DELETE FROM series patterns, for an inclusive range of times.</summary>
internal sealed record DeleteDataStatement(ImmutableArray<TreePath> Patterns, long From, long To) : Statement;
