using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>CREATE ALIGNED TIMESERIES device (measurements).</summary>
internal sealed record CreateAlignedTimeseriesStatement(TreePath Device, ImmutableArray<SeriesDefinition> Measurements) : Statement;
