using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>CREATE TIMESERIES OF DEVICE TEMPLATE ON path.</summary>
internal sealed record ActivateTemplateStatement(TreePath Path) : Statement;
