using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>ALTER TIMESERIES path.</summary>
internal sealed record AlterTimeseriesStatement(TreePath Path, SeriesAlteration Alteration) : Statement;
