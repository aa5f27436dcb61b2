using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>ALTER DATABASE … WITH.</summary>
internal sealed record AlterDatabaseStatement(TreePath Database, DatabaseOptions Options) : Statement;
