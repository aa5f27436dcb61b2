using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>The names a view statement gives: whole paths, and for a query also <c>prefix(${2}, …)</c>, as SELECT INTO takes it.</summary>
/// <param name="Paths">The paths; with placeholders they are as written.</param>
/// <param name="Pattern">The names as a target of SELECT INTO, where one of them holds a placeholder.</param>
internal sealed record ViewTargets(ImmutableArray<TreePath> Paths, IntoClause? Pattern);
