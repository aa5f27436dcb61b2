using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>CREATE DATABASE.</summary>
internal sealed record CreateDatabaseStatement(TreePath Database, DatabaseOptions Options) : Statement;
