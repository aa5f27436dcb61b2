namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>One WHEN … THEN … of a CASE.</summary>
internal sealed record CaseBranch(Expression When, Expression Then);
