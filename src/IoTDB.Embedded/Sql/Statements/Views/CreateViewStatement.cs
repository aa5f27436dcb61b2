using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>CREATE VIEW targets AS sources or a query.</summary>
internal sealed record CreateViewStatement(
    ViewTargets Targets,
    ImmutableArray<TreePath> Sources,
    SelectStatement? Query) : Statement;
