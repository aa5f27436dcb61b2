namespace IoTDB.Embedded.Sql.Statements;

/// <summary>CREATE, DROP and ALTER of users and roles, GRANT and REVOKE.</summary>
internal sealed record UserStatement(UserOperation Operation, string Name, string? Argument) : Statement;
