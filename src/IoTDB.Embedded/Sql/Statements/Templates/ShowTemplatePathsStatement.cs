using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW PATHS SET or USING DEVICE TEMPLATE.</summary>
/// <param name="Name">Name of the template.</param>
/// <param name="IsUsing">USING: devices; otherwise SET: paths.</param>
/// <param name="Pattern">What devices must match; one without wildcard matches none in 2.0.1-beta.</param>
internal sealed record ShowTemplatePathsStatement(string Name, bool IsUsing, TreePath? Pattern) : Statement;
