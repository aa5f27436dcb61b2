using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>DELETE TIMESERIES patterns.</summary>
internal sealed record DeleteTimeseriesStatement(ImmutableArray<TreePath> Patterns) : Statement;
