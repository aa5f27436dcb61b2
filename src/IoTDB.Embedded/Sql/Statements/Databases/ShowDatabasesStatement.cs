using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW DATABASES [DETAILS] [pattern].</summary>
internal sealed record ShowDatabasesStatement(TreePath? Pattern, bool IsDetailed) : Statement;
