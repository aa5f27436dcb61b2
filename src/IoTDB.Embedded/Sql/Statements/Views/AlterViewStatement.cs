using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>ALTER VIEW: other sources, or other tags and attributes.</summary>
internal sealed record AlterViewStatement(
    ViewTargets Targets,
    ImmutableArray<TreePath> Sources,
    SelectStatement? Query,
    SeriesAlteration? Alteration) : Statement;
