using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>CREATE TIMESERIES.</summary>
internal sealed record CreateTimeseriesStatement(TreePath Path, SeriesDefinition Definition) : Statement;
