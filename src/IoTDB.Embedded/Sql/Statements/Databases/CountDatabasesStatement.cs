using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>COUNT DATABASES [pattern].</summary>
internal sealed record CountDatabasesStatement(TreePath? Pattern) : Statement;
