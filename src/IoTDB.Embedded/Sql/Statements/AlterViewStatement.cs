using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>ALTER VIEW.</summary>
internal sealed record AlterViewStatement(
    ImmutableArray<TreePath> Targets,
    ImmutableArray<TreePath> Sources,
    SelectStatement? Query) : Statement;
