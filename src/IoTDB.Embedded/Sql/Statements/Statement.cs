namespace IoTDB.Embedded.Sql.Statements;

/// <summary>A parsed statement: immutable data, nothing looked up yet.</summary>
internal abstract record Statement;
