using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW PATHS SET or USING DEVICE TEMPLATE.</summary>
internal sealed record ShowTemplatePathsStatement(string Name, bool IsUsing, ImmutableArray<TreePath> Patterns) : Statement;
