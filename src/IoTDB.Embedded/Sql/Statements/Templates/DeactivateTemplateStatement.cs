using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>DEACTIVATE DEVICE TEMPLATE, or DELETE TIMESERIES OF DEVICE TEMPLATE.</summary>
internal sealed record DeactivateTemplateStatement(string? Name, ImmutableArray<TreePath> Patterns) : Statement;
